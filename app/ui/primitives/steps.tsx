import type { Criterion } from '#app/domain/campaign/regulation.ts'
import { useFormat } from '#app/i18n/provider.tsx'
import { Phrase } from './phrase.tsx'

/** A scale of equal steps in one line: its ends and its step. */
export function Steps({ grid }: { grid: NonNullable<Criterion['grid']> }) {
  const format = useFormat()
  const part = (text: string) => <bdi>{format.decimal(text)}</bdi>
  return (
    <Phrase
      k="common.scale.steps"
      parts={{ low: part(grid.min), high: part(grid.max), step: part(grid.step) }}
    />
  )
}
