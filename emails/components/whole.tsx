import { Fragment } from 'react'

/** Words of which no line of a narrow letter ends inside `SHA-256` or `e-mtiaz`; the hyphen stays the plain one, which is copied. */
export const Whole = ({ words }: { words: string }) =>
  words.split(/(\S*\w-\w\S*)/).map((part, at) =>
    at % 2 === 1 ? (
      <span key={at} style={{ whiteSpace: 'nowrap' }}>
        {part}
      </span>
    ) : (
      <Fragment key={at}>{part}</Fragment>
    ),
  )
