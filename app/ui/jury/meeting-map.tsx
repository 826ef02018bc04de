import { useT } from '#app/i18n/provider.tsx'

type Meetings = {
  readonly seats: readonly { readonly seatId: string; readonly name: string }[]
  readonly counts: readonly (readonly number[])[]
  readonly most: number
  readonly fewestPossible: number
  readonly pairs: number
  readonly pairsApart: number
  readonly components: number
}
const DARKEST = 5

/** Which jurors meet over how many nominations: the scores of those who meet can be compared. */
export function MeetingMap({ meetings }: { meetings: Meetings }) {
  const t = useT()
  const { seats, counts, most, fewestPossible, pairsApart, components } = meetings
  const shade = (count: number): string =>
    count === 0 ? '' : `v${Math.max(1, Math.ceil((DARKEST * count) / Math.max(1, most)))}`
  const of = (a: number, b: number): number => counts[Math.min(a, b)]?.[Math.max(a, b)] ?? 0
  const title = t('jury.meetings.title')
  return (
    <section className="jury-aside">
      <h2>{title}</h2>
      <p>
        {components <= 1 ? t('jury.meetings.linked') : t('jury.meetings.apart', { count: components })}{' '}
        {t('jury.meetings.most', { most, fewest: fewestPossible })}{' '}
        {pairsApart === 0 ? null : t('jury.meetings.pairsApart', { count: pairsApart })}
      </p>
      <details className="fold">
        <summary>{t('jury.meetings.table')}</summary>
        <div
          className="heat meet"
          role="region"
          aria-label={t('common.table.scroll', { caption: title })}
          tabIndex={0}
        >
          <table>
            <caption className="vh">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{t('work.heat.juror')}</th>
                {seats.map(({ seatId }, at) => (
                  <th scope="col" key={seatId}>
                    <bdi>{at + 1}</bdi>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {seats.map(({ seatId, name }, row) => (
                <tr key={seatId}>
                  <th scope="row">
                    <bdi>{row + 1}</bdi> <bdi>{name}</bdi>
                  </th>
                  {seats.map((other, column) => (
                    <td key={other.seatId} className={row === column ? 'x' : shade(of(row, column))}>
                      {row === column ? null : of(row, column)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  )
}
