import type { ComplaintState } from '#app/domain/complaint/complaint.ts'
import { useT } from '#app/i18n/provider.tsx'
import type { IconName } from '../primitives/icon.tsx'
import { Tag, type TagKind } from '../primitives/tag.tsx'

const looks = {
  received: ['wait', 'clock'],
  answered: ['ok', 'check'],
  reopened: ['wait', 'rotate-ccw'],
} as const satisfies Record<ComplaintState, readonly [TagKind, IconName]>

/** Where an observation, a proposition or a complaint stands. */
export function ComplaintTag({ state }: { state: ComplaintState }) {
  const t = useT()
  const [kind, icon] = looks[state]
  return (
    <Tag kind={kind} icon={icon}>
      {t(`complaint.state.${state}`)}
    </Tag>
  )
}
