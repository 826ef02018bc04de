/** Two initials of a name, in either script. */
export const initialsOf = (name: string): string =>
  name
    .trim()
    .split(/\s+/u)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase()

type Props = { name: string; absent?: boolean; online?: boolean }

/** Initials in a circle, dashed for somebody who is not there, ringed for who is online; the name is written beside it, or said. */
export function Avatar({ name, absent = false, online = false }: Props) {
  return (
    <span className={absent ? 'av av--absent' : online ? 'av av--online' : 'av'} aria-hidden="true">
      {initialsOf(name)}
    </span>
  )
}
