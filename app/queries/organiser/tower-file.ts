import type { Actor } from '#app/domain/access/actor.ts'
import { everyWeek } from '#app/domain/campaign/submission-weeks.ts'
import { ok, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import type { Cell } from '#app/services/ports.ts'
import { controlTower, type TowerScreen } from './tower.ts'
import type { WeekCount } from './tower-weeks.ts'

export type TowerFigure = 'received' | 'progress'

type Edition = { readonly year: number; readonly opens: number; readonly weeks: readonly WeekCount[] }

/** The running total of one category after each week of an edition: a week without a file is level, not absent. */
function running(
  { year, opens, weeks }: Edition,
  categories: TowerScreen['categories'],
): readonly (readonly Cell[])[] {
  const all = everyWeek(
    opens,
    weeks.map(({ week }) => week),
  )
  return categories.flatMap(({ code }) => {
    let sum = 0
    return all.map((week) => {
      const count = weeks.find((one) => one.week === week && one.category === code)?.count ?? 0
      sum += count
      return [year, code, new Date(week).toISOString().slice(0, 10), count, sum]
    })
  })
}

/** This edition, then the one that its curves are laid over. */
const received = ({
  head,
  calendar,
  weeks,
  previous,
  categories,
}: TowerScreen): readonly (readonly Cell[])[] =>
  [
    { year: head.year, opens: calendar.nominationsOpen, weeks },
    ...(previous === null ? [] : [previous]),
  ].flatMap((edition) => running(edition, categories))

/** Juror by file: a state, never a score. */
function progress({ heat }: TowerScreen): readonly (readonly Cell[])[] {
  if (heat === null) return []
  return heat.seats.flatMap(({ person, label, cells }) =>
    heat.nominations.map(({ reference }, at) => [
      heat.category,
      person ?? label.fr ?? label.ar ?? '',
      reference,
      cells[at] ?? 'notAssigned',
    ]),
  )
}

const FILES: Readonly<
  Record<
    TowerFigure,
    { header: readonly string[]; rowsOf: (tower: TowerScreen) => readonly (readonly Cell[])[] }
  >
> = {
  received: { header: ['edition', 'category', 'week', 'submitted', 'cumulative'], rowsOf: received },
  progress: { header: ['category', 'juror', 'reference', 'state'], rowsOf: progress },
}

/** The numbers behind one figure of the control tower, as CSV; of the sheets, the category asked for. */
export async function towerFile(
  ctx: Context,
  actor: Actor,
  ask: { readonly campaignId: string; readonly figure: TowerFigure; readonly category?: string | undefined },
): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }, 'not-found'>> {
  const tower = await controlTower(ctx, actor, ask.campaignId, ask)
  if (!tower.ok) return tower
  const { header, rowsOf } = FILES[ask.figure]
  const parts: Uint8Array[] = []
  for await (const part of ctx.workbook.csv(header, rowsOf(tower.value))) parts.push(part)
  return ok({ name: `${ask.figure}.csv`, bytes: Buffer.concat(parts) })
}
