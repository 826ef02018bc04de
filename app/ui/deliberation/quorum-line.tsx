import { useT } from '#app/i18n/provider.tsx'
import { Avatar } from '../patterns/person.tsx'

type Quorum = {
  readonly eligible: number
  readonly needed: number
  readonly present: number
  readonly quorate: boolean
}

/** The quorum in words: who is there, of how many, and what is needed. */
export function QuorumLine({ quorum }: { quorum: Quorum }) {
  const t = useT()
  const { present, eligible, needed, quorate } = quorum
  const key = quorate ? 'deliberation.quorum.reached' : 'deliberation.quorum.missing'
  return <span role="status">{t(key, { count: present, eligible, needed })}</span>
}

export function Attendance({
  seats,
  quorum,
}: {
  seats: readonly { seatId: string; name: string; present: boolean }[]
  quorum: Quorum
}) {
  const t = useT()
  return (
    <div className="attendance">
      {seats.map((seat) => (
        <span key={seat.seatId} title={seat.name}>
          <Avatar name={seat.name} absent={!seat.present} />
          <span className="vh">
            {t('common.pair.labelled', {
              label: seat.name,
              value: t(seat.present ? 'deliberation.attendance.present' : 'deliberation.attendance.absent'),
            })}
          </span>
        </span>
      ))}
      <QuorumLine quorum={quorum} />
    </div>
  )
}
