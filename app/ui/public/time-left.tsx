import { offset, zoneName } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/provider.tsx'
import { Time } from '../primitives/time.tsx'

const MINUTE = 60_000
/** `25 jours` → `jours`: the figure stands above its unit. */
const unitOf = (words: string): string | null => /^\d[\d\u202F]*\s*(.+)$/.exec(words)?.[1] ?? null
/** Arabic writes one and two without a number: beside a figure the form of the hundred stands. */
const unitWord = (words: string, plain: string): string => unitOf(words) ?? unitOf(plain) ?? plain

/** How long remains, as the server counted it for this answer, then the legal instant, which decides. */
export function TimeLeft({ at, now }: { at: number; now: number }) {
  const t = useT()
  const minutes = Math.max(0, Math.floor((at - now) / MINUTE))
  const parts = [
    { count: Math.floor(minutes / 1440), key: 'common.unit.day' },
    { count: Math.floor(minutes / 60) % 24, key: 'common.unit.hour' },
    { count: minutes % 60, key: 'common.unit.minute' },
  ]
  return (
    <div className="clock">
      <div className="left">
        {parts.map(({ count, key }) => (
          <div className="u" key={key}>
            <b>{count}</b> <span>{unitWord(t(key, { count }), t(key, { count: 100 }))}</span>
          </div>
        ))}
      </div>
      <div className="due">
        <span className="muted">{t('public.home.closing')}</span>
        <b>
          <Time at={at} />
        </b>
        <span className="muted sm">
          <ZoneOf at={at} />
        </span>
      </div>
    </div>
  )
}

function ZoneOf({ at }: { at: number }) {
  const t = useT()
  return (
    <>
      {zoneName(t.locale)} (<bdi dir="ltr">{offset(at)}</bdi>)
    </>
  )
}
