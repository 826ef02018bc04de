import { drive } from '#app/adapters/solver/drive.ts'
import { openHighs } from '#app/adapters/solver/highs.server.ts'
import { fairestPlan, richestPlan } from '#app/domain/jury/fair-plan.ts'
import type { Instance, RowRule } from '#app/domain/jury/instance.ts'
import { bestChances, chancesWorth, isNetwork } from '#app/domain/jury/instance-flow.ts'
import { cellsOf, sumModel } from '#app/domain/jury/linear-model.ts'
import { fewestMeetings } from '#app/domain/jury/pair-balance.ts'
import { divide, integer, ratio, toText } from '#app/domain/kernel/rational.ts'
import type { Rational } from '#app/domain/kernel/rational.ts'
import { type Adapter, adapter, exact, type Typed } from './adapter.ts'

type Optimum = {
  readonly similarity: readonly (readonly (Typed | null)[])[]
  readonly per_nomination: number
  readonly load_max: number
  readonly load_min?: number
  readonly objective: 'sum' | 'maxmin' | 'random'
  readonly prob_cap?: Typed
  readonly cover?: readonly { readonly jurors: readonly number[]; readonly min: number }[]
}

const lcm = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return (a / x) * b
}

/** Similarities as integers over one denominator, which the objective is divided by at the end. */
function instanceOf(input: Optimum): { readonly instance: Instance; readonly scale: bigint } {
  const similarity = input.similarity.map((row) => row.map((cell) => (cell === null ? null : exact(cell))))
  const scale = similarity.flat().reduce((all, cell) => lcm(all, cell?.q ?? 1n), 1n)
  const scaled = ({ p, q }: Rational): number => Number((p * scale) / q)
  const columns = similarity[0]?.length ?? 0
  const rows = similarity.map(() => 0)
  const rules = (input.cover ?? []).map(({ jurors, min }, at): RowRule => ({
    kind: 'cover',
    name: `group ${at}`,
    columns: jurors,
    least: rows.map(() => min),
    most: rows.map(() => input.per_nomination),
  }))
  const instance: Instance = {
    score: similarity.map((row) => row.map((cell) => (cell === null ? null : scaled(cell)))),
    wanted: rows.map(() => input.per_nomination),
    least: Array.from({ length: columns }, () => input.load_min ?? 0),
    most: Array.from({ length: columns }, () => input.load_max),
    rules,
    held: rows.map(() => []),
    base: rows,
  }
  return { instance, scale }
}

const objective = (value: Rational, scale: bigint) => {
  const exactly = divide(value, integer(scale))
  return { status: 'optimal', objective: exactly.ok ? toText(exactly.value) : null }
}
const NONE = { status: 'infeasible', objective: null }

/** How far the solver's double may lie from the exact optimum, in parts of the integer scores. */
const NEAR = 1e-6

/** The simplest fraction within `NEAR`: a corner of so small a programme has a small denominator. */
function simplest(value: number): Rational {
  for (let q = 1n; ; q += 1n) {
    const p = BigInt(Math.round(value * Number(q)))
    if (Math.abs(value - Number(p) / Number(q)) <= NEAR) return exact(`${p}/${q}`)
  }
}

/** Under groups that overlap the corners are no longer whole: the programme itself is asked. */
async function expectedSumBySolver(instance: Instance, cap: Rational, scale: bigint) {
  const model = sumModel(instance, cellsOf(instance), 0, false)
  const most = Math.min(1, Number(cap.p) / Number(cap.q))
  const capped = { ...model, upper: model.upper.map(() => most) }
  const { status, objective: found } = (await openHighs()).solve(capped, { method: 'choose', seconds: 60 })
  if (status === 'infeasible') return NONE
  if (status !== 'optimal') throw new Error(`the solver ends as ${status}`)
  return objective(simplest(found), scale)
}

async function expectedSum(instance: Instance, cap: Rational, scale: bigint) {
  if (!isNetwork(instance)) return expectedSumBySolver(instance, cap, scale)
  const parts = Number(cap.q)
  const chances = bestChances(instance, parts, Number(cap.p < cap.q ? cap.p : cap.q))
  const worth = chances && ratio(BigInt(chancesWorth(instance, chances, parts)), cap.q)
  return worth?.ok ? objective(worth.value, scale) : NONE
}

async function optimum(input: Optimum) {
  const { instance, scale } = instanceOf(input)
  if (input.objective === 'random') return expectedSum(instance, exact(input.prob_cap ?? 1), scale)
  const steps = input.objective === 'sum' ? richestPlan(instance) : fairestPlan(instance)
  const solved = drive(steps, await openHighs())
  if (!solved.ok) {
    if (solved.reason === 'assignment-impossible') return NONE
    throw new Error(solved.reason)
  }
  const { worth, floorBound } = solved.value
  if (input.objective === 'maxmin' && worth.smallest !== floorBound)
    throw new Error('the floor is not proven')
  return objective(integer(input.objective === 'sum' ? worth.sum : worth.smallest), scale)
}

type Balance = {
  readonly nominations: number
  readonly jurors: number
  readonly per_nomination: number
  readonly load: number
}

export const assignmentKinds: Readonly<Record<string, Adapter>> = {
  'assign.optimum': adapter(optimum),
  'assign.pair_balance': adapter(({ nominations, jurors, per_nomination, load }: Balance) => {
    const found = fewestMeetings({ nominations, jurors, perNomination: per_nomination, load })
    return { objective: found.ok ? found.value : null }
  }),
}
