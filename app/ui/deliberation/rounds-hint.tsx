import { useFormat, useT } from '#app/i18n/provider.tsx'

/** How many advanced to the round that a ranking is of, and what both rounds weigh in it, as per cent; null: only it counts. */
export type Rounds = {
  readonly places: number
  readonly percents: { readonly first: string; readonly second: string } | null
}

/** Of which sheets the ranking is made, where the award has two rounds. */
export function RoundsHint({ rounds }: { rounds: Rounds | null }) {
  const t = useT()
  const format = useFormat()
  if (rounds === null) return null
  const { places, percents } = rounds
  if (percents === null) return <p className="hint">{t('deliberation.room.secondRound', { places })}</p>
  const [first, second] = [format.decimal(percents.first), format.decimal(percents.second)]
  return <p className="hint">{t('deliberation.room.roundsCarried', { places, first, second })}</p>
}
