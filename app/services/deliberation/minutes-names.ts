import type { NamedFiles } from '#app/adapters/db/minutes.ts'
import type { MinutesRecord } from '#app/domain/document/records.ts'
import type { MinutesParts } from './minutes-record.ts'

/** Under which titles and bodies minutes of these parts speak of their files: sentences bear them too. */
export const namesOf = ({ nominations }: MinutesParts): NamedFiles =>
  Object.fromEntries(
    [...nominations].map(([id, { title, administration }]) => [id, { title, administration }]),
  )

/** The files under the titles and bodies that minutes gave them; one that they do not know bears those of today. */
const filesUnder = (parts: MinutesParts, named: NamedFiles): MinutesParts => ({
  ...parts,
  nominations: new Map([...parts.nominations].map(([id, one]) => [id, { ...one, ...named[id] }])),
})

/**
 * The members under the names that these minutes gave them. Attendance of other seats, or of another number of stays, is
 * another record, which is composed as it is.
 */
function membersUnder(parts: MinutesParts, { attendance: said }: MinutesRecord): MinutesParts {
  const { meeting } = parts
  let at = 0
  const names = meeting.seats.map(({ id, label, role }) => {
    const first = said[at]
    at += Math.max(1, meeting.attendance.filter(({ seatId }) => seatId === id).length)
    const isSame = first?.role === role && first.seat.ar === label.ar && first.seat.fr === label.fr
    return isSame ? first.name : null
  })
  if (at !== said.length || names.includes(null)) return parts
  const seats = meeting.seats.map((seat, index) => ({ ...seat, name: names[index] ?? seat.name }))
  return { ...parts, meeting: { ...meeting, seats } }
}

/**
 * The same parts under the names that these minutes used, once they bear a signature: a member, a title or a body that is
 * named otherwise since has changed nothing in what was decided, nor in what was signed.
 */
export const underNamesOf = (parts: MinutesParts, record: MinutesRecord, named: NamedFiles): MinutesParts =>
  filesUnder(membersUnder(parts, record), named)
