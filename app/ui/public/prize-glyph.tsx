import { PrizeMark, type PrizeKind } from '../motif/prize-mark.tsx'

const KINDS: readonly PrizeKind[] = ['excellence', 'grand', 'encouragement', 'jury', 'other', 'withheld']

/** The six marks, drawn once for a page that shows a hundred of them. */
export function PrizeSprite() {
  return (
    <svg className="vh" width="0" height="0" aria-hidden="true" focusable="false">
      {KINDS.map((kind) => (
        <symbol key={kind} id={`prize-${kind}`} viewBox="0 0 20 20" overflow="visible">
          <PrizeMark kind={kind} size={20} />
        </symbol>
      ))}
    </svg>
  )
}

/** A mark of the sprite; its name stands beside it. */
export function PrizeGlyph({ kind, size = 20 }: { kind: PrizeKind; size?: number }) {
  return (
    <svg className="prize" width={size} height={size} aria-hidden="true">
      <use href={`#prize-${kind}`} width={size} height={size} />
    </svg>
  )
}
