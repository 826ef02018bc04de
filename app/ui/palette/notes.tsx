import { Dots } from '../primitives/dots.tsx'

/** `EMT-2026-0029 · Commune de Jnane Yasmine`: each part in its own direction, in the order of the page. */
export function Notes({ notes }: { notes: readonly string[] }) {
  return (
    <small>
      <Dots>
        {notes.map((note) => (
          <bdi key={note}>{note}</bdi>
        ))}
      </Dots>
    </small>
  )
}
