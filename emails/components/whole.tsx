import { Fragment } from 'react'

/** `EMT-2026-0117`, `SHA-256`, `« e-mtiaz »`: a line may break before them, never at their hyphen. */
const UNBROKEN = /(«[^»]{1,24}»|“[^”]{1,24}”|\b[A-Z]{2,}(?:-[0-9A-Z]+)+)/u

/** Text whose codes and quoted names stay on one line, however narrow the letter is read. */
export const Whole = ({ children }: { children: string }) =>
  children.split(UNBROKEN).map((piece, at) =>
    at % 2 === 1 ? (
      <span key={at} style={{ whiteSpace: 'nowrap' }}>
        {piece}
      </span>
    ) : (
      <Fragment key={at}>{piece}</Fragment>
    ),
  )
