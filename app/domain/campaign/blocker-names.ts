import type { Localized } from '../kernel/localized.ts'
import { textIn } from '../kernel/localized.ts'
import type { Blocker } from './blocker.ts'
import { categoryRule, type Regulation } from './regulation.ts'

type Coded = readonly { readonly code: string }[]
const among = <One extends Coded[number]>(all: readonly One[], code: unknown): One | undefined =>
  all.find((one) => one.code === code)

/** What a fact called `code` stands for, by the place where the blocker is mended. */
function nameOfCode({ categories, screening, jury }: Regulation, { facts, target }: Blocker) {
  if (target.screen === 'category') return among(categories, facts['code'])?.name
  if (target.screen === 'screening-rules') return among(screening.checks, facts['code'])?.label
  return target.screen === 'seats' ? among(jury.seats, facts['code'])?.label : undefined
}

/**
 * The blocker with the names of what its codes stand for, as the regulation gives them: people know a category by its name.
 * A code without any name stays alone.
 */
export function named(regulation: Regulation, blocker: Blocker): Blocker {
  const { category, criterion, slot, seat } = blocker.facts
  const rule = categoryRule(regulation, String(category))
  const found: Readonly<Record<string, Localized | undefined>> = {
    category: rule?.name,
    criterion: among(rule?.rubric.criteria ?? [], criterion)?.name,
    slot: among(rule?.slots ?? [], slot)?.label,
    seat: among(regulation.jury.seats, seat)?.label,
    code: nameOfCode(regulation, blocker),
  }
  const names = Object.entries(found).flatMap(([fact, name]): [string, Localized][] =>
    name === undefined || textIn(name, 'ar') === null ? [] : [[fact, name]],
  )
  return names.length === 0 ? blocker : { ...blocker, names: Object.fromEntries(names) }
}
