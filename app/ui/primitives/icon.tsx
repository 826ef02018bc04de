import { type IconName, iconNodes } from './icon-nodes.ts'

export type { IconName }

/** Arrows and lists follow the reading direction; checks, clocks and locks do not (experience.md section 9). */
const mirrored: ReadonlySet<IconName> = new Set<IconName>([
  'arrow-left',
  'arrow-right',
  'chevron-left',
  'chevron-right',
  'send',
  'log-in',
  'log-out',
  'list',
  'list-checks',
  'undo',
  'external-link',
])

/** The same drawing wherever it stands: it is written once, and React has one element to draw instead of four. */
const drawings = new Map<IconName, { readonly __html: string }>()
function drawingOf(name: IconName): { readonly __html: string } {
  const known = drawings.get(name)
  if (known !== undefined) return known
  const written = iconNodes[name].map(([tag, attributes]) => {
    const said = Object.entries(attributes).map(([attribute, value]) => ` ${attribute}="${value}"`)
    return `<${tag}${said.join('')}></${tag}>`
  })
  const drawing = { __html: written.join('') }
  drawings.set(name, drawing)
  return drawing
}

/** Always beside a word; alone, the link or button carries the name. */
export function Icon({ name, className = '' }: { name: IconName; className?: string }) {
  const classes = ['ic', mirrored.has(name) ? 'ic--dir' : '', className].filter(Boolean).join(' ')
  return (
    <svg
      className={classes}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
      // eslint-disable-next-line no-restricted-syntax -- constants of icon-nodes.ts, no typed text
      dangerouslySetInnerHTML={drawingOf(name)}
    />
  )
}
