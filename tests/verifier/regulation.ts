import type { CategoryRule, Criterion, Regulation } from '#app/domain/campaign/regulation.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import type { Random } from './random.ts'

const name = (text: string) => ({ fr: text, ar: text })
const WEIGHTS: readonly (readonly string[])[] = [
  ['50', '50'],
  ['40', '35', '25'],
  ['33.4', '33.3', '33.3'],
  ['100/3', '100/3', '100/3'],
  ['25', '25', '25', '25'],
  ['100'],
  ['1/3', '1/3', '1/3'],
  ['0.5', '0.3', '0.2'],
]

function criterion(random: Random, code: string, weight: string, widest: number): Criterion {
  const steps = random.pick([3, 5])
  const levels = Array.from({ length: steps }, (_, at) => ({
    level: at + 1,
    points: `${widest * at}/${steps - 1}`,
    anchor: null,
  }))
  return {
    code,
    name: name(code),
    weight,
    levels,
    threshold: random.below(6) === 0 ? random.pick([`${widest}/4`, `${widest}/10`, `${widest}/3`]) : null,
  }
}

function category(random: Random, code: string): CategoryRule {
  const mixed = random.below(5) === 0
  const criteria = random
    .pick(WEIGHTS)
    .map((weight, at) => criterion(random, `c${at}`, weight, mixed ? random.pick([10, 20, 100]) : 100))
  const total = mixed ? `${criteria.length}/3` : `${25 * criteria.length}`
  const missingPolicy = random.pick(['exclude_sheet', 'renormalise'] as const)
  const slots = (['excellence', 'encouragement', 'jury'] as const).map((type) => ({
    code: type,
    type,
    label: name(type),
    mayBeShared: true,
    mayBeWithheld: true,
    advisoryThreshold: '50',
  }))
  return {
    code,
    name: name(code),
    description: name(code),
    rubric: {
      ...{ example: true, criteria, missingPolicy, commentRequiredAt: [] },
      ...(mixed ? { ranges: 'normalised' as const } : {}),
      ...(random.below(6) === 0 ? { totalThreshold: total } : {}),
    },
    slots,
  }
}

/** A regulation whose scoring rules vary with the seed; the rest stays the smallest that is valid. */
export function aRegulation(random: Random): Regulation {
  const at = instant(0)
  return {
    schema: 'imtiyaz.regulation/1',
    awardName: name('Prix de démonstration'),
    organiser: name('Administration de démonstration'),
    purposes: name('Essai'),
    calendar: {
      nominationsOpen: at,
      nominationsClose: at,
      screeningEnds: at,
      evaluationOpens: at,
      evaluationCloses: at,
      deliberation: at,
      release: at,
      ceremonyDate: null,
    },
    holidays: [],
    articles: [],
    categories: ['web', 'mobile'].slice(0, 1 + random.below(2)).map((code) => category(random, code)),
    participation: {
      administrationTypes: [],
      perAdministrationAndCategory: 1,
      minimumMonthsInService: 6,
      evidence: { files: 10, bytesEach: 1, videoSeconds: 1 },
    },
    screening: { checks: [], completionWorkingDays: 5, appealWorkingDays: 5 },
    jury: {
      seats: [],
      readersPerNomination: 3,
      minimumSheets: random.pick([1, 2, 3]),
      minimumShare: random.pick(['1/2', '1/3', '2/3', '0.5']),
      loadLimit: 50,
    },
    scoring: {
      aggregate: random.pick(['mean', 'median', 'trimmed'] as const),
      trimMinimumSheets: random.pick([3, 4, 5]),
      decimals: random.pick([0, 1, 2]),
      ...(random.below(4) === 0
        ? { lotNamed: true, lotSource: 'Tirage public du 7 février 2027, n° 12' }
        : { lotNamed: false }),
    },
    deliberation: { quorum: '2/3', vote: 'secret', majority: 'simple', castingVote: false },
    publication: { candidateListPublic: false, level: 'L2', complaintDays: 60 },
  }
}
