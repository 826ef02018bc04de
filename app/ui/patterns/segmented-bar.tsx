import { classes } from '../primitives/classes.ts'

export type Segment = {
  readonly key: string
  readonly label: string
  /** Share of the whole, 1 to 100. */
  readonly weight: number
  /** 0 to 1; null when nothing is chosen yet. */
  readonly filled: number | null
  readonly value: string
}

/** Weights to scale, each filled by what it earned; the words under it carry the same. */
export function SegmentedBar({ segments, label }: { segments: readonly Segment[]; label: string }) {
  const grow = (weight: number): string => `grow-${Math.max(1, Math.min(100, Math.round(weight)))}`
  return (
    <div role="group" aria-label={label}>
      <div className="stackbar" aria-hidden="true">
        {segments.map((segment) => (
          <span
            key={segment.key}
            className={classes(
              grow(segment.weight),
              segment.filled === null
                ? 'nil'
                : segment.filled >= 1
                  ? 'done'
                  : `part at-${Math.round(segment.filled * 100)}`,
            )}
          />
        ))}
      </div>
      <div className="stackbar-key">
        {segments.map((segment) => (
          <span key={segment.key} className={grow(segment.weight)}>
            <bdi>{segment.label}</bdi> <b>{segment.value}</b>
          </span>
        ))}
      </div>
    </div>
  )
}
