import type { Localized } from '#app/domain/kernel/localized.ts'
import type { FormFailure } from '#app/forms/failure.ts'
import { dissentForm } from '#app/forms/dissent.form.ts'
import { paths } from '#app/http/paths.ts'
import { useT } from '#app/i18n/provider.tsx'
import { BoundRadios, BoundTextArea } from '../forms/bound-field.tsx'
import { ZodForm } from '../forms/zod-form.tsx'
import { FormNotes } from '../jury/form-notes.tsx'
import { JuryPage } from '../jury/jury-page.tsx'
import { Banner } from '../primitives/banner.tsx'
import { Button } from '../primitives/button.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Time } from '../primitives/time.tsx'
import { WorkTitle } from '../shells/page-title.tsx'
import { Act } from './act.tsx'
import { Written } from '../primitives/written.tsx'

type Point = {
  readonly itemId: string
  readonly slotLabel: Localized
  readonly categoryName: Localized
  readonly own: { readonly reasons: string | null; readonly askedAt: number } | null
  readonly held: string | null
}
type Props = {
  page: { readonly sessionId: string; readonly points: readonly Point[] }
  failure: FormFailure | undefined
}

const PointName = ({ point }: { point: Point }) => (
  <>
    <LocalizedText text={point.slotLabel} /> – <LocalizedText text={point.categoryName} />
  </>
)

function Own({ point }: { point: Point }) {
  const t = useT()
  if (point.own === null) return null
  const { reasons, askedAt } = point.own
  return (
    <section className="stack stack--tight">
      <h2>
        <PointName point={point} />
      </h2>
      <Banner kind="info" title={t('deliberation.dissent.own')}>
        <Time at={askedAt} style="long" zone />
      </Banner>
      {reasons === null ? <p>{t('deliberation.dissent.noReasons')}</p> : <Written>{reasons}</Written>}
      {point.held === 'minutes-being-signed' ? null : (
        <Act fields={{ intent: 'withdraw', itemId: point.itemId }} icon="undo">
          {t('deliberation.dissent.withdraw')}
        </Act>
      )}
    </section>
  )
}

function AskForm({ points, failure }: { points: readonly Point[]; failure: FormFailure | undefined }) {
  const t = useT()
  return (
    <ZodForm schema={dissentForm} failure={failure} area="deliberation" wide>
      <BoundRadios
        name="itemId"
        label={t('deliberation.dissent.point')}
        options={points.map((point) => ({ value: point.itemId, label: <PointName point={point} /> }))}
      />
      <BoundTextArea
        name="reasons"
        label={t('deliberation.dissent.reasons')}
        hint={t('deliberation.dissent.reasonsHint')}
        optional
      />
      <Button variant="primary">{t('deliberation.dissent.ask')}</Button>
    </ZodForm>
  )
}

/** A member's own dissents: what is recorded, what it discloses, and what may still be asked for. */
export function DissentPage({ page, failure }: Props) {
  const t = useT()
  const { points, sessionId } = page
  const free = points.filter(({ own, held }) => own === null && held === null)
  const isSigned = points.some(({ held }) => held === 'minutes-being-signed')
  return (
    <>
      <WorkTitle
        title={t('deliberation.dissent.title')}
        crumbs={[{ href: paths.seatRoom(t.locale, sessionId), label: t('deliberation.seat.title') }]}
      />
      <JuryPage>
        {free.length === 0 ? <FormNotes failure={failure} area="deliberation" /> : null}
        <p>{t('deliberation.dissent.lead')}</p>
        <p>{t('deliberation.dissent.secrecy')}</p>
        {points.map((point) => (
          <Own key={point.itemId} point={point} />
        ))}
        {isSigned ? <Banner kind="info">{t('deliberation.dissent.signed')}</Banner> : null}
        {free.length === 0 && !isSigned && points.every(({ own }) => own === null) ? (
          <Banner kind="info">{t('deliberation.dissent.nothingToAsk')}</Banner>
        ) : null}
        {free.length === 0 ? null : <AskForm points={free} failure={failure} />}
      </JuryPage>
    </>
  )
}
