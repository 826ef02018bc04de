import { randomFrom } from '../statistics/random.ts'

/** Every nomination with as many readers, every juror with as many files at the most. */
export type Design = {
  readonly nominations: number
  readonly jurors: number
  readonly perNomination: number
  /** Most files of a juror. */
  readonly load: number
}

/** Exchanges tried from one start, and starts; the search is the same on every machine, for its seed is fixed. */
const EXCHANGES = 60_000
const STARTS = 12
const SEED = 52
/** How readily an exchange that makes things worse is taken, at first and at the end, in meetings beyond the most. */
const [WARM, COLD] = [1.2, 0.15]

type Plan = {
  readonly design: Design
  /** The jurors of each nomination, and whether each pair of both stands. */
  readonly blocks: number[][]
  readonly reads: Uint8Array
  readonly loads: Int32Array
  readonly met: Int32Array
}

/** Everybody in turn: loads as even as they can be. */
function inTurn(design: Design): Plan {
  const { nominations, jurors, perNomination } = design
  const plan: Plan = {
    design,
    blocks: Array.from({ length: nominations }, () => []),
    reads: new Uint8Array(nominations * jurors),
    loads: new Int32Array(jurors),
    met: new Int32Array(jurors * jurors),
  }
  for (let at = 0; at < nominations * perNomination; at += 1)
    put(plan, Math.floor(at / perNomination), at % jurors)
  return plan
}

function meet({ met, design }: Plan, others: readonly number[], juror: number, by: number): void {
  for (const other of others) {
    if (other === juror) continue
    for (const at of [other * design.jurors + juror, juror * design.jurors + other])
      met[at] = (met[at] as number) + by
  }
}

function put(plan: Plan, nomination: number, juror: number): void {
  const block = plan.blocks[nomination] as number[]
  meet(plan, block, juror, 1)
  block.push(juror)
  plan.reads[nomination * plan.design.jurors + juror] = 1
  plan.loads[juror] = (plan.loads[juror] as number) + 1
}

/** `given` takes the place of `taken` on a nomination. */
function replace(plan: Plan, nomination: number, taken: number, given: number): void {
  const block = plan.blocks[nomination] as number[]
  block.splice(block.indexOf(taken), 1)
  meet(plan, block, taken, -1)
  plan.reads[nomination * plan.design.jurors + taken] = 0
  plan.loads[taken] = (plan.loads[taken] as number) - 1
  put(plan, nomination, given)
}

/** Meetings beyond `most`, squared, over all pairs. */
const excess = ({ met }: Plan, most: number): number =>
  met.reduce((sum, times) => (times > most ? sum + (times - most) ** 2 : sum), 0) / 2

/** One exchange undone unless it helps, or chance lets it stand; null where the drawn one cannot be made. */
function exchange(
  plan: Plan,
  most: number,
  before: number,
  heat: number,
  random: ReturnType<typeof randomFrom>,
): number {
  const { jurors, nominations, perNomination, load } = plan.design
  const i = random.below(nominations)
  const a = (plan.blocks[i] as number[])[random.below(perNomination)] as number
  const b = random.below(jurors)
  if (plan.reads[i * jurors + b]) return before
  const k = random.below(nominations)
  const isSwap = plan.reads[k * jurors + b] === 1 && plan.reads[k * jurors + a] === 0
  if (!isSwap && (plan.loads[b] as number) >= load) return before
  replace(plan, i, a, b)
  if (isSwap) replace(plan, k, b, a)
  const after = excess(plan, most)
  if (after <= before || random.next() < Math.exp((before - after) / heat)) return after
  if (isSwap) replace(plan, k, a, b)
  replace(plan, i, b, a)
  return before
}

/**
 * Whether a plan is found in which no two jurors meet more than `most` times, by exchanges that cool down. A plan found
 * is a proof; none found says nothing.
 */
export function findsMeetings(design: Design, most: number): boolean {
  const random = randomFrom(SEED)
  for (let start = 0; start < STARTS; start += 1) {
    const plan = inTurn(design)
    let now = excess(plan, most)
    for (let tried = 0; tried < EXCHANGES && now > 0; tried += 1)
      now = exchange(plan, most, now, WARM * (COLD / WARM) ** (tried / EXCHANGES), random)
    if (now === 0) return true
  }
  return false
}
