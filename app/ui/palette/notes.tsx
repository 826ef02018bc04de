import { Fragment } from 'react'

/** `EMT-2026-0029 · Commune de Jnane Yasmine`: each part in its own direction, in the order of the page. */
export function Notes({ notes }: { notes: readonly string[] }) {
  return (
    <small>
      {notes.map((note, i) => (
        <Fragment key={note}>
          {i === 0 ? '' : ' · '}
          <bdi>{note}</bdi>
        </Fragment>
      ))}
    </small>
  )
}
