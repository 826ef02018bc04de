import { useFormat, useT } from '#app/i18n/provider.tsx'
import { Button } from '../primitives/button.tsx'
import { Progress } from '../primitives/progress.tsx'
import { secondsLeft, type Sending } from './send-file.ts'

type Props = {
  readonly sending: Sending
  /** Suspended, by the person or by a line that stayed dead. */
  readonly isStill: boolean
  readonly onSuspend: () => void
  readonly onResume: () => void
  readonly onCancel: () => void
}

/** Percent, bytes, time left, and the ways to suspend it, to go on and to give it up. */
export function SendingBar({ sending, isStill, onSuspend, onResume, onCancel }: Props) {
  const t = useT()
  const format = useFormat()
  const { total, waits } = sending
  // What was on its way when the sending stopped is not kept: only what the server has is shown then.
  const sent = isStill || waits ? sending.kept : sending.sent
  const whole = total > 0 && sent >= total
  const seconds = whole || isStill || waits ? null : secondsLeft(sending)
  return (
    <div className="up__sending">
      <Progress value={sent} max={total} label={t('work.upload.bar')}>
        <p className="sm up__far">
          <span>
            {whole && !isStill
              ? t('work.upload.checking')
              : t('work.upload.part', {
                  percent: format.percent(total > 0 ? sent / total : 0),
                  sent: format.fileSize(sent),
                  total: format.fileSize(total),
                })}
          </span>{' '}
          {seconds === null ? null : <span>{t('work.upload.left', { count: seconds })}</span>}
        </p>
      </Progress>
      <div className="up__ways">
        <Button type="button" size="small" onClick={isStill ? onResume : onSuspend}>
          {t(isStill ? 'work.upload.resume' : 'work.upload.suspend')}
        </Button>
        <Button type="button" size="small" variant="danger" onClick={onCancel}>
          {t('common.action.cancel')}
        </Button>
      </div>
    </div>
  )
}
