import { DISQUALIFICATION_REASONS } from '#app/domain/nomination/disqualification.ts'
import { disqualificationForm, disqualificationSettleForm } from '#app/forms/disqualification.form.ts'
import type { FormFailure } from '#app/forms/failure.ts'
import { paths } from '#app/http/paths.ts'
import { useT } from '#app/i18n/provider.tsx'
import { BoundBilingual, BoundRadios, BoundTextArea } from '../forms/bound-field.tsx'
import { ZodForm } from '../forms/zod-form.tsx'
import { CategoryReason } from '../nomination/category-past.tsx'
import { DossierHead, type HeadShown } from '../nomination/dossier-head.tsx'
import { FailureMessages } from '../nomination/failure-messages.tsx'
import { DocumentLinks, type LinkedDocument } from '../patterns/document-links.tsx'
import { Banner } from '../primitives/banner.tsx'
import { Button } from '../primitives/button.tsx'
import { Dots } from '../primitives/dots.tsx'
import { Time } from '../primitives/time.tsx'
import { Written } from '../primitives/written.tsx'

type Shown = {
  readonly id: string
  readonly reason: string
  readonly text: { readonly ar: string; readonly fr: string }
  readonly state: string
  readonly proposedAt: number
  readonly note: string | null
  readonly settledAt: number | null
}
export type DisqualificationShown = {
  readonly now: number
  readonly head: HeadShown & { readonly id: string; readonly campaignId: string }
  readonly screeningVersion: number
  readonly live: Shown | null
  readonly earlier: readonly Shown[]
  readonly held: 'vote-open' | 'already-awarded' | null
  readonly documents: readonly LinkedDocument[]
  readonly can: { readonly propose: boolean; readonly settle: boolean }
}
type Props = { screen: DisqualificationShown; failure: FormFailure | undefined }

function ProposalForm({ screen, failure }: Props) {
  const t = useT()
  return (
    <>
      <p>{t('secretariat.disqualification.lead')}</p>
      <ZodForm
        schema={disqualificationForm}
        failure={failure}
        area="secretariat"
        version={screen.screeningVersion}
        wide
      >
        <BoundRadios
          name="reason"
          label={t('secretariat.disqualification.reason')}
          options={DISQUALIFICATION_REASONS.map((value) => ({
            value,
            label: t(`secretariat.disqualification.reasons.${value}`),
          }))}
        />
        <BoundBilingual
          name="text"
          label={t('secretariat.disqualification.text')}
          hint={t('secretariat.disqualification.textHint')}
          values={{}}
        />
        <Button variant="danger">{t('secretariat.disqualification.propose')}</Button>
      </ZodForm>
    </>
  )
}

function Live({ live }: { live: Shown }) {
  const t = useT()
  const isSettled = live.state === 'settled'
  return (
    <>
      <Banner
        kind={isSettled ? 'bad' : 'wait'}
        title={t(isSettled ? 'secretariat.disqualification.settled' : 'secretariat.disqualification.waiting')}
      >
        <p>
          <Dots>
            {t(`secretariat.disqualification.reasons.${live.reason}`)}
            <Time at={live.settledAt ?? live.proposedAt} style="long" zone />
          </Dots>
        </p>
      </Banner>
      <section className="answer">
        <h2 className="h-sec">{t('secretariat.disqualification.text')}</h2>
        <CategoryReason reason={live.text} />
      </section>
    </>
  )
}

function SettleForm({ screen, failure }: Props) {
  const t = useT()
  const { live, held } = screen
  if (live === null) return null
  return (
    <>
      {held === null ? (
        <p>{t('secretariat.disqualification.effect')}</p>
      ) : (
        <Banner kind="wait">{t(`secretariat.reason.${held}`)}</Banner>
      )}
      <ZodForm schema={disqualificationSettleForm} failure={failure} area="secretariat">
        <input type="hidden" name="proposalId" value={live.id} />
        <BoundTextArea name="note" label={t('secretariat.decision.note')} optional />
        <div className="acts">
          {held === null ? (
            <Button variant="danger" name="intent" value="settle" icon="ban">
              {t('secretariat.disqualification.settle')}
            </Button>
          ) : null}
          <Button name="intent" value="return" icon="undo">
            {t('secretariat.decision.return')}
          </Button>
        </div>
      </ZodForm>
    </>
  )
}

/** A nomination leaves the competition by two hands: the secretariat proposes, an organiser settles or sends back. */
export function DisqualificationPage({ screen, failure }: Props) {
  const t = useT()
  const { head, can, live } = screen
  return (
    <>
      <DossierHead
        head={head}
        now={screen.now}
        page={t('secretariat.disqualification.title')}
        crumbs={[
          {
            href: paths.organiserNominations(t.locale, head.campaignId),
            label: t('campaign.nominations.title'),
          },
        ]}
      />
      <div className="work stack">
        {can.propose || can.settle ? null : <FailureMessages failure={failure} area="secretariat" />}
        {live === null ? null : <Live live={live} />}
        {can.propose ? <ProposalForm screen={screen} failure={failure} /> : null}
        {can.settle ? <SettleForm screen={screen} failure={failure} /> : null}
        {live?.state === 'proposed' && !can.settle ? (
          <p>{t('secretariat.disqualification.organiser')}</p>
        ) : null}
        {live === null && !can.propose ? (
          <Banner kind="info">{t('secretariat.disqualification.none')}</Banner>
        ) : null}
        <DocumentLinks documents={screen.documents} />
        {screen.earlier.map(({ id, note, settledAt }) => (
          <section key={id}>
            <h2 className="h-sec">{t('secretariat.disqualification.returned')}</h2>
            {settledAt === null ? null : <Time at={settledAt} style="long" />}
            {note === null ? null : <Written>{note}</Written>}
          </section>
        ))}
      </div>
    </>
  )
}
