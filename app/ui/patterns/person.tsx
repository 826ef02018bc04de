/** Two initials of a name, in either script. */
export const initialsOf = (name: string): string =>
  name
    .trim()
    .split(/\s+/u)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase()

/** Initials in a circle; the name is written beside it, or said. */
export function Avatar({ name, tone, live = false }: { name: string; tone?: 2 | 3; live?: boolean }) {
  const classNames = ['av', tone === undefined ? '' : `av--${tone}`, live ? 'av--live' : '']
    .filter(Boolean)
    .join(' ')
  return (
    <span className={classNames} aria-hidden="true">
      {initialsOf(name)}
    </span>
  )
}
