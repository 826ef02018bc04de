import { daysLeft } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/provider.tsx'
import { classes } from '../primitives/classes.ts'
import { DOT, Dots } from '../primitives/dots.tsx'
import { Time } from '../primitives/time.tsx'

/** Days left as the server counts them, then what ends and the full legal date with zone and offset. */
export function Deadline({ at, now, label }: { at: number; now: number; label?: string }) {
  const t = useT()
  const name = label ?? t('common.deadline.label')
  const days = daysLeft(now, at)
  const passed = now >= at
  /** The large figure says it already to whoever sees it. */
  const figure = !passed && days > 0
  const words = passed
    ? t('common.deadline.passed')
    : days === 0
      ? t('common.deadline.today')
      : t('common.deadline.daysLeft', { count: days })
  return (
    <div
      className={classes(
        'deadline',
        passed && 'deadline--passed',
        !passed && days <= 2 && 'deadline--urgent',
      )}
    >
      {passed ? null : (
        <span className="deadline__days" aria-hidden="true">
          {t('common.deadline.dayShort', { count: days })}
        </span>
      )}
      <div>
        <small>
          <Dots>
            {name}
            {figure ? null : words}
          </Dots>
          {figure ? <span className="vh">{`${DOT}${words}`}</span> : null}
        </small>
        <b>
          <Time at={at} zone="line" />
        </b>
      </div>
    </div>
  )
}
