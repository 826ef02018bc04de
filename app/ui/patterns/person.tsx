/** Two initials of a name, in either script. */
export const initialsOf = (name: string): string =>
  name
    .trim()
    .split(/\s+/u)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase()

/** Initials in a circle, dashed for somebody who is not there; the name is written beside it, or said. */
export function Avatar({ name, absent = false }: { name: string; absent?: boolean }) {
  return (
    <span className={absent ? 'av av--absent' : 'av'} aria-hidden="true">
      {initialsOf(name)}
    </span>
  )
}
