import { useT } from '#app/i18n/provider.tsx'
import { classes } from './classes.ts'

/** Words split on white space, in both scripts, as the server counts them. */
export const countWords = (text: string): number =>
  text.trim() === '' ? 0 : text.trim().split(/\s+/u).length

type Props = { used: number; limit: number; unit?: 'words' | 'characters' }

/** `59 / 300 mots` with its meter. Said aloud only from 90 %, and beyond the limit. */
export function Counter({ used, limit, unit = 'words' }: Props) {
  const t = useT()
  const over = used > limit
  const near = used >= limit * 0.9
  return (
    <span className={classes('cnt', over && 'cnt--over')}>
      <progress
        className={classes('bar', 'bar--thin', over && 'bar--bad')}
        max={limit}
        value={Math.min(used, limit)}
        aria-hidden="true"
      />
      <bdi>{t(`common.counter.${unit}`, { used, limit })}</bdi>
      <span className="vh" role="status">
        {unit === 'words' && over ? t('common.counter.over', { count: used - limit }) : null}
        {unit === 'words' && near && !over ? t('common.counter.near', { count: limit - used }) : null}
      </span>
    </span>
  )
}
