import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/http/actor.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { myFiles } from '#app/queries/jury/my-files.ts'
import '#app/ui/jury/jury-page.css'
import { FilesTable } from '#app/ui/jury/files-table.tsx'
import { Deadline } from '#app/ui/patterns/deadline.tsx'
import { HiddenBecause } from '#app/ui/patterns/hidden-because.tsx'
import { Banner } from '#app/ui/primitives/banner.tsx'
import { ButtonLink } from '#app/ui/primitives/button.tsx'
import { Link } from '#app/ui/primitives/link.tsx'
import { LocalizedText } from '#app/ui/primitives/localized-text.tsx'
import { Progress } from '#app/ui/primitives/progress.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const locale = localeOf(args.params)
  const actor = await requireActor(args)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const files = found(await myFiles(args.context.app, actor, campaignId))
  if (!files.charterSigned) throw redirect(paths.charter(locale, campaignId), 303)
  return files
}

export const handle = { title: 'jury.files.title' }

export default function JuryFiles() {
  const t = useT()
  const locale = useLocale()
  const mine = useLoaderData<typeof loader>()
  const sealed = mine.files.filter((file) => file.state === 'sealed' || file.state === 'abstained').length
  const next = mine.files.find((file) => file.nominationId === mine.nextId)
  // A file that the plenary decides on asks for no sheet.
  const owed = mine.files.filter(({ sent }) => !sent).length
  const left = owed - sealed
  return (
    <>
      <WorkTitle
        title={t('jury.files.title')}
        meta={<LocalizedText text={mine.campaign} />}
        aside={
          <Deadline
            at={mine.closesAt}
            now={mine.now}
            label={t(mine.isSecondRound ? 'jury.files.secondCloses' : 'jury.files.closes')}
          />
        }
      />
      {/* What comes next stands first, above a long list on a phone; beside it where there is room. */}
      <div className="panes panes--right files-panes">
        <aside className="jury-aside">
          {/* Nobody has sealed everything who was given nothing. */}
          {owed === 0 ? null : (
            <Progress value={sealed} max={owed} label={t('jury.files.progress')}>
              <p>{left === 0 ? t('jury.files.allSealed') : t('jury.files.notSealed', { count: left })}</p>
            </Progress>
          )}
          {next === undefined ? null : (
            <ButtonLink
              variant="primary"
              iconEnd="arrow-right"
              href={
                next.sheetId
                  ? paths.scoreSheet(locale, next.sheetId)
                  : paths.juryFile(locale, next.nominationId)
              }
            >
              {t('jury.files.next')}
            </ButtonLink>
          )}
        </aside>
        <div className="jury-aside">
          {mine.undeclared === 0 ? null : (
            <Banner
              kind="wait"
              title={t('jury.files.undeclared', { count: mine.undeclared })}
              action={<Link href={paths.interests(locale, mine.campaignId)}>{t('jury.files.declare')}</Link>}
            />
          )}
          {mine.isSecondRound ? <Banner kind="info">{t('jury.files.secondRound')}</Banner> : null}
          <FilesTable files={mine.files} awaits={mine.now < mine.closesAt} />
          {mine.hidden === 0 ? null : (
            <HiddenBecause reason="interest">{t('jury.files.hidden', { count: mine.hidden })}</HiddenBecause>
          )}
        </div>
      </div>
    </>
  )
}
