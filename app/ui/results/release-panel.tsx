import type { FormFailure } from '#app/forms/failure.ts'
import { releaseForm } from '#app/forms/release.form.ts'
import { useT } from '#app/i18n/provider.tsx'
import { Act } from '../deliberation/act.tsx'
import { ZodForm } from '../forms/zod-form.tsx'
import { WallTimeInput } from '../organiser/wall-time-input.tsx'
import { Banner } from '../primitives/banner.tsx'
import { Button } from '../primitives/button.tsx'
import { Icon } from '../primitives/icon.tsx'
import { Phrase } from '../primitives/phrase.tsx'
import { Tag } from '../primitives/tag.tsx'
import { Time } from '../primitives/time.tsx'

type Page = {
  readonly plannedFor: number
  readonly release: {
    readonly id: string
    readonly state: 'prepared' | 'scheduled' | 'published'
    readonly snapshotHash: string
    readonly stale: boolean
    readonly publishedAt: number | null
  } | null
  readonly blockers: readonly unknown[]
  readonly approvals: readonly {
    readonly name: string
    readonly hand: 'publisher' | 'chair'
    readonly at: number
  }[]
  readonly may: {
    readonly prepare: boolean
    readonly approve: boolean
    readonly schedule: boolean
    readonly cancel: boolean
    readonly publish: boolean
  }
}
/** `failure`: of the preparation, which alone has a field. */
type Props = { page: Page; failure: FormFailure | undefined }

/** A release may be prepared here: the form shows its own refusals. */
export const showsPreparation = ({ may, blockers }: Pick<Page, 'may' | 'blockers'>): boolean =>
  may.prepare && blockers.length === 0

function Approvals({ page }: { page: Page }) {
  const t = useT()
  return (
    <>
      <h2>{t('results.approvals.title')}</h2>
      <p>{t('results.approvals.rule')}</p>
      <ul className="decisions">
        {page.approvals.map(({ name, hand, at }) => (
          <li key={name}>
            <Icon name="check-circle" className="st-done" />
            <div>
              <bdi>{name}</bdi>
              <small>{t(`results.approvals.hand.${hand}`)}</small>
            </div>
            <Time at={at} zone />
          </li>
        ))}
      </ul>
      <p role="status">{t('results.approvals.count', { count: page.approvals.length })}</p>
    </>
  )
}

function Acts({ page }: { page: Page }) {
  const t = useT()
  const { release, may } = page
  if (release === null) return null
  const fields = (intent: string) => ({ intent, releaseId: release.id })
  return (
    <div className="acts">
      {may.approve && !release.stale ? (
        <Act fields={{ ...fields('approve'), snapshotHash: release.snapshotHash }} variant="primary">
          {t('results.action.approve')}
        </Act>
      ) : null}
      {may.schedule ? (
        <Act fields={fields('schedule')} variant="primary">
          {t('results.action.schedule')}
        </Act>
      ) : null}
      {may.publish ? (
        <Act fields={fields('publish')} variant="primary">
          {t('results.action.publish')}
        </Act>
      ) : null}
      {may.cancel ? (
        <Act fields={fields('cancel')} variant="danger">
          {t('results.action.cancel')}
        </Act>
      ) : null}
    </div>
  )
}

/** The release in hand: what is approved, by whom, until when it stays closed, and the act that comes next. */
export function ReleasePanel({ page, failure }: Props) {
  const t = useT()
  const { release, plannedFor } = page
  const isPublic = release?.state === 'published'
  return (
    <>
      <h2>{t(isPublic ? 'results.embargo.over' : 'results.embargo.title')}</h2>
      <p>
        <Tag kind={isPublic ? 'ok' : 'wait'} icon={isPublic ? 'check' : 'lock'}>
          {t(`results.state.${release?.state ?? 'none'}`)}
        </Tag>
      </p>
      <p>
        <Phrase
          k={isPublic ? 'results.embargo.since' : 'results.embargo.until'}
          parts={{ at: <Time at={plannedFor} zone="line" /> }}
        />
      </p>
      {release === null ? null : (
        <p>
          {t('results.snapshot.hash')}{' '}
          <bdi dir="ltr" className="code">
            {release.snapshotHash}
          </bdi>
        </p>
      )}
      {release?.stale === true ? <Banner kind="bad">{t('results.snapshot.stale')}</Banner> : null}
      {release === null ? null : <Approvals page={page} />}
      <Acts page={page} />
      {showsPreparation(page) ? (
        <ZodForm schema={releaseForm} failure={failure} area="results">
          <h2>{t(release === null ? 'results.prepare.title' : 'results.prepare.again')}</h2>
          <input type="hidden" name="intent" value="prepare" />
          <WallTimeInput name="embargoUntil" label={t('results.prepare.at')} at={plannedFor} />
          <p className="hint">{t('results.prepare.hint')}</p>
          <Button>{t('results.action.prepare')}</Button>
        </ZodForm>
      ) : null}
    </>
  )
}
