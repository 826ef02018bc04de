import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/http/actor.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { controlTower } from '#app/queries/organiser/tower.ts'
import { CampaignTitle } from '#app/ui/organiser/campaign-title.tsx'
import { LettersHeld } from '#app/ui/organiser/letters-hold.tsx'
import { TowerDates, TowerRibbon } from '#app/ui/organiser/tower-dates.tsx'
import { TowerLinks } from '#app/ui/organiser/tower-links.tsx'
import { TowerProgress } from '#app/ui/organiser/tower-progress.tsx'
import { TowerQueue } from '#app/ui/organiser/tower-queue.tsx'
import { TowerReceived } from '#app/ui/organiser/tower-received.tsx'
import { TowerSay } from '#app/ui/organiser/tower-say.tsx'
import { decisionsOf, TowerTodo } from '#app/ui/organiser/tower-todo.tsx'
import { DocumentLinks } from '#app/ui/patterns/document-links.tsx'
import { HiddenBecause } from '#app/ui/patterns/hidden-because.tsx'
import { Link } from '#app/ui/primitives/link.tsx'
import { PrintButton } from '#app/ui/primitives/print-button.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const category = new URL(args.request.url).searchParams.get('category') ?? undefined
  return found(await controlTower(args.context.app, actor, campaignId, { category }))
}

export const handle = { title: 'campaign.tower.title' }

export default function Tower() {
  const t = useT()
  const locale = useLocale()
  const tower = useLoaderData<typeof loader>()
  const { head, calendar, counts, readings, exits, handless, heat, queue, lettersHold, openFlags } = tower
  const decisions = decisionsOf(exits, handless).length
  const queueFirst = head.phase === 'screening'
  const list = <TowerQueue queue={queue} maySeeFiles={tower.maySeeFiles} />
  return (
    <>
      <CampaignTitle
        head={head}
        title={t('campaign.tower.title')}
        aside={
          <div className="acts">
            <PrintButton>{t('campaign.tower.print')}</PrintButton>
            <TowerLinks head={head} />
          </div>
        }
      />
      <div className="work">
        {tower.hidesOwn ? <HiddenBecause reason="ownBody" /> : null}
        <TowerSay
          phase={head.phase}
          now={head.now}
          calendar={calendar}
          counts={counts}
          readings={readings}
          decisions={decisions}
        />
        {lettersHold === null ? null : (
          <LettersHeld hold={lettersHold}>
            {head.can.readLetters ? (
              <Link href={paths.campaignLetters(locale, head.id)}>{t('campaign.letters.title')}</Link>
            ) : null}
          </LettersHeld>
        )}
        <TowerRibbon calendar={calendar} now={head.now} />
        <div className="tower-cols">
          <TowerTodo {...{ exits, handless, openFlags }} campaignId={head.id} />
          <TowerDates
            calendar={calendar}
            now={head.now}
            slug={head.phase === 'preparation' ? null : head.slug}
          />
        </div>
        {queueFirst ? list : null}
        <TowerReceived
          campaignId={head.id}
          categories={tower.categories}
          counts={counts}
          now={head.now}
          edition={{
            year: head.year,
            opens: calendar.nominationsOpen,
            closes: calendar.nominationsClose,
            weeks: tower.weeks,
          }}
          previous={tower.previous}
        />
        {heat === null ? null : (
          <TowerProgress
            campaignId={head.id}
            heat={heat}
            categories={tower.categories}
            minimumSheets={tower.minimumSheets}
          />
        )}
        {queueFirst ? null : list}
        <DocumentLinks documents={tower.documents} />
      </div>
    </>
  )
}
