import { randomUUID } from 'node:crypto'
import type { Regulation } from '#app/domain/campaign/regulation.ts'
import type { NominationCells } from '#app/domain/scoring/aggregate.ts'
import type { PublicDraw } from '#app/domain/scoring/lot.ts'
import { namedSource } from '#app/domain/scoring/lot-draw.ts'
import type { Cell } from '#app/domain/scoring/cell.ts'
import { parseRational } from '#app/domain/kernel/rational.ts'
import { carriedShare } from '#app/domain/scoring/two-rounds.ts'
import { must } from '#tests/services/deliberation/a-meeting.ts'
import { nominationsOf } from '#tests/verifier/random-campaign.ts'
import { randomFrom } from '#tests/verifier/random.ts'
import type { Random } from '#tests/verifier/random.ts'
import { aRegulation } from '#tests/verifier/regulation.ts'
import type { TestDb } from '#tests/support/db.ts'
import { rubricBefore, sealedBefore } from './version-before.ts'

type Row = Readonly<Record<string, unknown>>
type Rows = Record<
  | 'regulation_version'
  | 'category'
  | 'nomination'
  | 'assignment'
  | 'score_sheet'
  | 'score'
  | 'recusal'
  | 'lot_draw'
  | 'shortlist'
  | 'campaign',
  Row[]
>

const AT = new Date(Date.UTC(2026, 9, 1)).toISOString()
const nobody = randomUUID()

type Versions = { readonly valid: string; readonly before: string }

function campaignRows(
  rows: Rows,
  regulation: Regulation,
  earlier: Regulation,
): Versions & { readonly id: string } {
  const [id, valid, before] = [randomUUID(), randomUUID(), randomUUID()]
  rows.campaign.push({
    ...{ id, year: 2026, slug: id, award_name: {}, organiser: {}, phase: 'deliberation', phase_since: AT },
    ...{
      version: 1,
      next_reference: 1,
      next_receipt: 1,
      archived: false,
      synthetic: true,
      sources: [],
      series_place: rows.campaign.length,
      created_at: AT,
    },
  })
  const frozen = {
    state: 'frozen',
    hash: '',
    created_at: AT,
    created_by: nobody,
    frozen_at: AT,
    adopted_hash: '',
  }
  rows.regulation_version.push(
    { ...frozen, id: before, campaign_id: id, number: 1, document: earlier },
    { ...frozen, id: valid, campaign_id: id, number: 2, document: regulation },
  )
  return { id, valid, before }
}

/** What a reader of the second round has of the first. */
const FIRST_ROUND_SHEETS = [['sealed'], ['sealed'], ['voided'], []] as const

/** A sealed sheet that a newer version replaced, or that a recusal voids, must not count. */
function sheetRows(
  rows: Rows,
  version: string,
  nomination: string,
  seat: string,
  cell: Cell,
  random: Random,
  isSecondRound: boolean,
): void {
  const states: Partial<Record<Cell['state'], string>> = {
    ...{ submitted: 'sealed', abstained: 'abstained', voided: 'voided', draft: 'draft' },
    ...(random.below(2) === 0 ? { recused: 'sealed', missing: 'draft' } : {}),
  }
  const newest = states[cell.state]
  const own = newest === undefined ? [] : random.below(6) === 0 ? ['sealed', newest] : [newest]
  // A second round has other readers than the first: most sealed a sheet in it, which must not count either, some had
  // left one in draft, some read for the first time, and whoever has no sheet of this round read in the first alone.
  const left = isSecondRound ? random.pick(FIRST_ROUND_SHEETS) : []
  const versions = [...left, ...own]
  versions.forEach((state, at) => {
    const id = randomUUID()
    rows.score_sheet.push({
      ...{
        id,
        seat_id: seat,
        person_id: nobody,
        nomination_id: nomination,
        sequence: at + 1,
        state,
        version: 1,
        second_round: isSecondRound && at >= left.length,
      },
      ...{
        regulation_version_id: version,
        rubric_hash: '',
        created_at: AT,
        updated_at: AT,
        abstain_reason: 'r',
        ...(state === 'sealed' || state === 'voided'
          ? { sealed_at: AT, salt: id, sheet_number: id, commitment: id }
          : {}),
      },
    })
    const isNewest = at === versions.length - 1
    for (const [criterion, level] of Object.entries(cell.levels)) {
      const stored = isNewest ? level : 1
      rows.score.push({ sheet_id: id, criterion, level: stored, cannot_assess: stored === null })
    }
  })
}

function cellRows(
  rows: Rows,
  version: string,
  nomination: string,
  seat: string,
  cell: Cell,
  random: Random,
  isSecondRound: boolean,
): void {
  if (cell.state === 'recused')
    rows.recusal.push({
      ...{
        id: randomUUID(),
        seat_id: seat,
        nomination_id: nomination,
        source: 'declared',
        kind: 'other',
        pinned: false,
      },
      at: AT,
    })
  const isKept = cell.state === 'missing' || random.below(4) > 0
  // Whoever read in the first round alone had an assignment, which ended.
  const isGone = cell.state === 'unassigned' && isSecondRound && random.below(2) === 0
  if (cell.state !== 'unassigned' || isGone)
    rows.assignment.push({
      ...{ id: randomUUID(), seat_id: seat, nomination_id: nomination, explanation: {}, assigned_at: AT },
      ...{ assigned_by: nobody, removed_at: isKept && !isGone ? null : AT },
    })
  sheetRows(rows, version, nomination, seat, cell, random, isSecondRound)
}

export type Panel = {
  readonly seed: number
  readonly campaign: string
  readonly regulation: Regulation
  readonly draw: PublicDraw | null
  readonly nominations: ReadonlyMap<string, readonly NominationCells[]>
}

/** What the public draw gave, with signs that JSON must escape and letters that it must not. */
function drawRows(rows: Rows, campaign: string, { scoring }: Regulation, seed: number): PublicDraw | null {
  const source = namedSource(scoring)
  if (source === null || seed % 5 === 0) return null
  const draw = { source, outcome: `« ${seed} » – "٧"\\é😀` }
  rows.lot_draw.push({ campaign_id: campaign, ...draw, commitment: '', drawn_at: AT, drawn_by: nobody })
  return draw
}

/** What the first of two rounds is worth in the result, and what it gave. */
const PERCENTS = [undefined, '30', '100/3', '12.5', '99.9', '0'] as const
const FIRST_SCORES = ['200/3', '75', '200/3', '75', '1/7', '0'] as const

const roundsOf = (regulation: Regulation, seed: number): Regulation => {
  if (seed % 4 !== 0) return regulation
  const percent = PERCENTS[(seed / 4) % PERCENTS.length]
  const secondRound = { places: 3, ...(percent === undefined ? {} : { firstRoundPercent: percent }) }
  return { ...regulation, scoring: { ...regulation.scoring, secondRound } }
}

const shortlistRow = (rows: Rows, campaign: string, nomination: string, score: string): void =>
  void rows.shortlist.push({
    ...{
      nomination_id: nomination,
      campaign_id: campaign,
      score,
      display: '1',
      place: 1,
      recorded_at: AT,
    },
    ...{ sheets: 1, eligible: 1, quorum: 1, rule: 'mean' },
  })

/** One random campaign as rows, by the generator of the verifier, and as the cells that they say. */
function panelRows(rows: Rows, seed: number): Panel {
  const random = randomFrom(seed)
  const regulation = roundsOf(aRegulation(random), seed)
  const share = must(carriedShare(regulation))
  const earlier = {
    ...regulation,
    categories: regulation.categories.map((one) => ({ ...one, rubric: rubricBefore(one.rubric) })),
  }
  const { id: campaign, valid, before } = campaignRows(rows, regulation, earlier)
  const changed = random.below(3) === 0
  const hasRounds = seed % 4 === 0
  const nominations = regulation.categories.map(({ code, rubric }, position) => {
    const category = randomUUID()
    rows.category.push({ id: category, campaign_id: campaign, code, name: {}, position })
    const seats = Array.from({ length: 3 + random.below(5) }, () => randomUUID())
    const drawn = nominationsOf(random, rubric, seats.length).map(({ cells: sealed }, place) => {
      const id = randomUUID()
      const cells = sealed.map((cell, at) => (changed && at % 2 === 0 ? sealedBefore(cell, rubric) : cell))
      rows.nomination.push({
        ...{ id, campaign_id: campaign, category_id: category, administration_id: nobody, reference: id },
        ...{
          version: 1,
          state: 'admissible',
          title: {},
          synthetic: true,
          created_at: AT,
          created_by: nobody,
        },
      })
      const advances = !hasRounds || place % 3 !== 2
      // Where all bring the same, those whose sheets are equal stay equal.
      const score = FIRST_SCORES[(seed % 8 === 0 ? 1 : seed + place) % FIRST_SCORES.length] ?? '0'
      if (hasRounds && advances) shortlistRow(rows, campaign, id, score)
      cells.forEach((cell, at) =>
        cellRows(
          rows,
          cell.rubric ? before : valid,
          id,
          seats[at] ?? nobody,
          cell,
          random,
          hasRounds && advances,
        ),
      )
      const carried = share === null ? {} : { carried: { score: must(parseRational(score)), share } }
      return advances ? [{ nominationId: id, cells, ...carried }] : []
    })
    return [code, drawn.flat()] as const
  })
  return {
    seed,
    campaign,
    regulation,
    draw: drawRows(rows, campaign, regulation, seed),
    nominations: new Map(nominations),
  }
}

/**
 * Many random campaigns in one batch. Only the rows that a result is computed from are written, so the checks of the
 * database that look at their surroundings are passed over while they are.
 */
export async function storeRandomPanels(
  { owner }: TestDb,
  seeds: readonly number[],
): Promise<readonly Panel[]> {
  const rows: Rows = {
    ...{ campaign: [], regulation_version: [], category: [], nomination: [] },
    ...{ assignment: [], score_sheet: [], score: [], recusal: [], lot_draw: [], shortlist: [] },
  }
  const panels = seeds.map((seed) => panelRows(rows, seed))
  await owner.query('SET session_replication_role = replica')
  for (const [table, listed] of Object.entries(rows)) {
    const columns = [...new Set(listed.flatMap((row) => Object.keys(row)))].join(', ')
    await owner.query(
      `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(null::${table}, $1::jsonb)`,
      [JSON.stringify(listed)],
    )
  }
  await owner.query('SET session_replication_role = origin')
  await owner.query('ANALYZE')
  return panels
}
