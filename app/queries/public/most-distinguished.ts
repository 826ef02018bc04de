import type { Localized } from '#app/domain/kernel/localized.ts'
import type { DiagramMark } from './archive-diagram.ts'
import { prizesOf } from './prizes.ts'
import type { PublishedEdition } from './published.ts'

export type Distinguished = {
  readonly id: string
  readonly name: Localized
  readonly marks: readonly DiagramMark[]
}

const nameText = ({ ar, fr, en }: Localized): string => fr ?? ar ?? en ?? ''

/** The bodies with most distinctions, oldest mark first. Equal numbers are ordered by name, never by chance. */
export function mostDistinguished(editions: readonly PublishedEdition[], size = 6): readonly Distinguished[] {
  const bodies = new Map<string, { id: string; name: Localized; marks: DiagramMark[] }>()
  for (const { winner, slot } of [...editions].reverse().flatMap(prizesOf)) {
    if (!winner) continue
    const { id, name } = winner.administration
    const body = bodies.get(id) ?? { id, name, marks: [] }
    body.marks.push({ type: slot.type, label: slot.label, withheld: false })
    bodies.set(id, body)
  }
  return [...bodies.values()]
    .filter(({ marks }) => marks.length > 1)
    .sort((a, b) => b.marks.length - a.marks.length || (nameText(a.name) < nameText(b.name) ? -1 : 1))
    .slice(0, size)
}
