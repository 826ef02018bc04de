import { Form } from '@remix-run/react'
import type { FormFailure } from '#app/forms/failure.ts'
import { useT } from '#app/i18n/provider.tsx'
import { Button } from '../primitives/button.tsx'
import { Phrase } from '../primitives/phrase.tsx'
import { TextInput } from '../primitives/text-input.tsx'
import { Time } from '../primitives/time.tsx'

export type LiftableRecusal = {
  readonly seatId: string
  readonly nominationId: string
  readonly source: string
  readonly lift: {
    readonly id: string
    readonly reason: string
    readonly by: string
    readonly at: number
    readonly mine: boolean
  } | null
}

/** `failure`: of the form that was sent last, on whichever row. */
type Props = { readonly recusal: LiftableRecusal; readonly failure: FormFailure | undefined }

/** Where a recusal stands on its way to be lifted: never, proposed by nobody, by the reader, or by somebody else. */
export function LiftCell({ recusal, failure }: Props) {
  const t = useT()
  // What follows from bodies is never lifted (domain/jury/lift-recusal.ts).
  if (recusal.source === 'automatic') return <>{t('jury.recusals.automatic')}</>
  if (recusal.lift === null) return <Propose recusal={recusal} failure={failure} />
  const { by, at, reason, mine } = recusal.lift
  return (
    <>
      <p>
        <Phrase
          k="jury.recusals.proposedBy"
          parts={{ name: <bdi>{by}</bdi>, date: <Time at={at} show="date" /> }}
        />
      </p>
      <p>
        <q>
          <bdi>{reason}</bdi>
        </q>
      </p>
      {mine ? (
        <p>{t('jury.recusals.waits')}</p>
      ) : (
        <Settle recusal={recusal} failure={failure} liftId={recusal.lift.id} />
      )}
    </>
  )
}

/** The row that was sent opens again with what was typed; the summary's link finds its field. */
function useReason({ recusal, failure }: Props) {
  const t = useT()
  const { seatId, nominationId } = recusal
  const sent = failure?.typed['seatId'] === seatId && failure.typed['nominationId'] === nominationId
  if (!sent) return { open: false, field: { name: 'reason', id: `lift-${seatId}-${nominationId}` } }
  const key = failure.fieldErrors['reason']
  const field = { name: 'reason', defaultValue: String(failure.typed['reason'] ?? '') }
  return { open: true, field: key === undefined ? field : { ...field, error: t(key) } }
}

function Pair({ recusal }: { recusal: LiftableRecusal }) {
  return (
    <>
      <input type="hidden" name="seatId" value={recusal.seatId} />
      <input type="hidden" name="nominationId" value={recusal.nominationId} />
    </>
  )
}

function Propose({ recusal, failure }: Props) {
  const t = useT()
  const { open, field } = useReason({ recusal, failure })
  return (
    <details className="fold" open={open}>
      <summary>{t('jury.recusals.propose')}</summary>
      <Form method="post" className="form">
        <Pair recusal={recusal} />
        <TextInput {...field} label={t('jury.recusals.liftReason')} />
        <Button size="small" name="intent" value="propose">
          {t('jury.recusals.propose')}
        </Button>
      </Form>
    </details>
  )
}

function Settle({ recusal, failure, liftId }: Props & { liftId: string }) {
  const t = useT()
  const { open, field } = useReason({ recusal, failure })
  return (
    <details className="fold" open={open}>
      <summary>{t('jury.recusals.settle')}</summary>
      <Form method="post" className="form">
        <Pair recusal={recusal} />
        <input type="hidden" name="liftId" value={liftId} />
        <TextInput {...field} label={t('jury.recusals.answer')} hint={t('jury.recusals.answerHint')} />
        <Button size="small" name="intent" value="confirmed">
          {t('jury.recusals.confirm')}
        </Button>
        <Button size="small" variant="danger" name="intent" value="refused">
          {t('jury.recusals.refuse')}
        </Button>
      </Form>
    </details>
  )
}
