import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { LETTER_STATES } from '#app/domain/notice/hold.ts'
import { letterForm } from '#app/forms/letter.form.ts'
import { letterSearch, readSearch } from '#app/forms/paging.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, respond } from '#app/http/respond.server.ts'
import { useFormat, useLocale, useT } from '#app/i18n/provider.tsx'
import { lettersList } from '#app/queries/organiser/letters.ts'
import { holdLetter } from '#app/services/campaign/hold-letter.ts'
import { holdLetters } from '#app/services/campaign/hold-letters.ts'
import { releaseLetter } from '#app/services/campaign/release-letter.ts'
import { releaseLetters } from '#app/services/campaign/release-letters.ts'
import { sendLetterAgain } from '#app/services/campaign/send-letter-again.ts'
import { failureOf } from '#app/ui/organiser/act-form.tsx'
import { CampaignTitle } from '#app/ui/organiser/campaign-title.tsx'
import { LetterTable } from '#app/ui/organiser/letter-table.tsx'
import { LettersSwitch } from '#app/ui/organiser/letters-hold.tsx'
import { ReasonBanner } from '#app/ui/organiser/reason-banner.tsx'
import { Link } from '#app/ui/primitives/link.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const ask = readSearch(args.request.url, letterSearch)
  return { ...found(await lettersList(args.context.app, actor, campaignId, ask)), ask }
}

const OF_ONE = { hold: holdLetter, release: releaseLetter, again: sendLetterAgain }
const OF_ALL = { 'hold-all': holdLetters, 'release-all': releaseLetters }

/** The page comes back as it was asked: the same state, the same place in the list. */
export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const parsed = await parseForm(args.request, letterForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const { app } = args.context
  const asked = parsed.value
  const done = await ('letterId' in asked
    ? OF_ONE[asked.intent](app, actor, { campaignId, letterId: asked.letterId })
    : OF_ALL[asked.intent](app, actor, { campaignId }))
  const ask = readSearch(args.request.url, letterSearch)
  return respond<unknown>(done, {
    to: paths.campaignLetters(localeOf(args.params), campaignId, ask),
    flash: `campaign.flash.letter.${asked.intent}`,
  })
}

export const handle = { title: 'campaign.letters.title' }

type Screen = ReturnType<typeof useLoaderData<typeof loader>>

function States({ head, counts, ask }: Pick<Screen, 'head' | 'counts' | 'ask'>) {
  const t = useT()
  const locale = useLocale()
  const format = useFormat()
  const whole = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const tab = (state: (typeof LETTER_STATES)[number] | undefined, count: number) => (
    <Link
      key={state ?? 'all'}
      href={paths.campaignLetters(locale, head.id, { state })}
      current={ask.state === state ? 'page' : undefined}
    >
      {t(`campaign.letters.tab.${state ?? 'all'}`)} <bdi>{format.number(count)}</bdi>
    </Link>
  )
  return (
    <nav className="tabs" aria-label={t('campaign.letters.states')}>
      {tab(undefined, whole)}
      {LETTER_STATES.map((state) => tab(state, counts[state] ?? 0))}
    </nav>
  )
}

export default function Letters() {
  const t = useT()
  const locale = useLocale()
  const { head, page, counts, hold, mayHold, ask } = useLoaderData<typeof loader>()
  const { after, ...search } = ask
  return (
    <>
      <CampaignTitle head={head} title={t('campaign.letters.title')} />
      <div className="work stack">
        <ReasonBanner failure={failureOf(useActionData())} />
        <p>{t('campaign.letters.lead')}</p>
        <LettersSwitch hold={hold} mayHold={mayHold} />
        <States head={head} counts={counts} ask={ask} />
        <LetterTable rows={page.rows} />
        <nav className="pages" aria-label={t('common.pagination.label')}>
          {after === undefined ? null : (
            <Link href={paths.campaignLetters(locale, head.id, search)}>
              {t('campaign.nominations.first')}
            </Link>
          )}
          {page.next === null ? null : (
            <Link rel="next" href={paths.campaignLetters(locale, head.id, { ...search, after: page.next })}>
              {t('campaign.nominations.next')}
            </Link>
          )}
        </nav>
      </div>
    </>
  )
}
