import { DEFAULT_FORM } from '#app/domain/nomination/default-form.ts'
import { addressOf } from './addresses.ts'
import type { States } from './states.ts'
import type { Row } from './table.ts'
import { type Role, ROLES, type World } from './world.ts'

/** Whoever asks: a role of the world, or somebody whom one of its states is about. */
export type Hand = { readonly name: string; readonly cookie: string }
export type Visit = { readonly address: string; readonly hand: Hand }

/** Whoever may write: the auditor reads everywhere and writes nowhere but in the own account. */
function writersOf(row: Row): readonly Role[] {
  if (row.anyone !== undefined) return row.anyone === 'open' ? ['anonymous'] : []
  return ROLES.filter((role) => {
    if (role === 'anonymous') return false
    if (row.account) return true
    return role !== 'auditor' && (row.open?.includes(role) || row.moved?.includes(role))
  })
}

const handOf = ({ cookies }: World, name: Role): Hand => ({ name, cookie: cookies[name] })
export const handsOf = (world: World, row: Row): readonly Hand[] =>
  writersOf(row).map((role) => handOf(world, role))

/** A page whose form is there in another thing's state alone: its ids in the place of that of the world. */
const instead = ({ desk, complaints, campaigns }: World, { files, offices, releases }: States) => ({
  'routes/applicant/complaint': [complaints.answered],
  'routes/applicant/category': [desk.asked],
  'routes/applicant/completion': [desk.completing],
  'routes/organiser/setup': [campaigns.prepared, offices.unadopted],
  'routes/organiser/clarifications': [campaigns.open],
  'routes/jury/charter': [campaigns.prepared],
  'routes/jury/file': [files.unread],
  'routes/jury/test-account': [files.unread],
  'routes/secretariat/file': [desk.undecided, desk.proposed, desk.asked],
  'routes/secretariat/completion': [desk.undecided, desk.proposed, desk.asked],
  'routes/secretariat/decision': [desk.undecided, desk.proposed, desk.asked],
  'routes/secretariat/category': [desk.undecided, desk.proposed, desk.asked],
  'routes/release/release': releases,
})

/** A page that has other forms in the state of another thing: the ids of those, beside that of the world. */
const besides = ({ campaigns }: World, { rooms, files, offices, doors }: States) => ({
  'routes/admin/person': [doors.closed],
  'routes/applicant/appeal': [files.refused],
  'routes/applicant/visa': [files.awaiting],
  'routes/deliberation/room': rooms.rooms,
  'routes/deliberation/ballot': rooms.ballots,
  'routes/deliberation/dissent': [rooms.dissented],
  'routes/deliberation/minutes': [rooms.drafted],
  'routes/jury/assignment': [offices.distributed],
  'routes/jury/flag': [files.flagged],
  'routes/jury/plenary': [files.sent],
  'routes/jury/seat': offices.seats,
  'routes/organiser/disqualification': [files.proposed],
  'routes/organiser/letters': [campaigns.open],
  'routes/secretariat/appeal': [files.answered],
})

/** Pages of somebody who is no role of the world, or that a link of their own opens. */
function byOthers(id: string, row: Row, world: World, { doors }: States): readonly Visit[] {
  const { half, whole } = doors.enrolled
  const anonymous = handOf(world, 'anonymous')
  const at = (page: string, hand: Hand): Visit => ({ address: `/fr/account/${page}`, hand })
  switch (id) {
    case 'routes/account/demonstration':
      return [at('demonstration', anonymous)]
    case 'routes/account/verify-email':
      return [at(`verify-email?token=${doors.verify}`, anonymous)]
    case 'routes/account/reset-password':
      return [at(`reset-password?token=${doors.reset}`, anonymous)]
    case 'routes/account/invitation':
      return [
        at(`invitation?token=${doors.join}`, anonymous),
        at(`invitation?token=${doors.accept}`, handOf(world, 'juror')),
      ]
    case 'routes/account/second-factor':
      return [at('second-factor', { name: 'half signed in', cookie: half })]
    case 'routes/account/security':
      return [at('security', { name: 'enrolled', cookie: whole })]
    case 'routes/account/mandates':
      return handsOf(world, row).map((hand) => at('mandates?q=Administration', hand))
    default:
      return []
  }
}

const listed = (ids: Readonly<Record<string, readonly string[]>>, id: string) => ids[id]
const pathFor = (pattern: string, id: string): string =>
  pattern.replace(/:locale\??/, 'fr').replace(/:\w+/, id)

/** The pages of a route: a dossier has a page a section, each with fields of its own. */
function addressesOf(id: string, pattern: string, world: World, states: States): readonly string[] {
  const address = addressOf(pattern, id, 'own', world)
  if (address === null) return []
  const replaced = listed(instead(world, states), id)
  if (replaced !== undefined) return replaced.map((one) => pathFor(pattern, one))
  if (id === 'routes/organiser/criteria')
    return [address.replace(world.campaigns.judged, world.campaigns.prepared)]
  if (id === 'routes/applicant/section')
    return DEFAULT_FORM.sections.map(({ code }) => address.replace(/[^/]+$/, code))
  return [address, ...(listed(besides(world, states), id) ?? []).map((one) => pathFor(pattern, one))]
}

/** Every page of a route that may show a form, as everybody who may write there. */
export const visitsOf = (
  { id, pattern, row }: { readonly id: string; readonly pattern: string; readonly row: Row },
  world: World,
  states: States,
): readonly Visit[] => [
  ...addressesOf(id, pattern, world, states).flatMap((address) =>
    handsOf(world, row).map((hand) => ({ address, hand })),
  ),
  ...byOthers(id, row, world, states),
]
