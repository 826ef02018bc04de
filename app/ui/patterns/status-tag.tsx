import { useT } from '#app/i18n/provider.tsx'
import { PrizeMark } from '../motif/prize-mark.tsx'
import type { IconName } from '../primitives/icon.tsx'
import { Tag, type TagKind } from '../primitives/tag.tsx'

const nominationLooks = {
  draft: ['draft', 'pencil'],
  awaiting_visa: ['wait', 'stamp'],
  submitted: ['info', 'send'],
  under_check: ['info', 'search-check'],
  completion_requested: ['wait', 'file-clock'],
  admissible: ['ok', 'check'],
  inadmissible: ['bad', 'x'],
  appeal: ['bad', 'gavel'],
  withdrawn: ['off', 'undo'],
  in_evaluation: ['info', 'scale'],
  scores_closed: ['off', 'lock'],
  in_deliberation: ['info', 'vote'],
  laureate: ['prize', 'trophy'],
  not_awarded: ['off', 'minus'],
  disqualified: ['bad', 'ban'],
} as const satisfies Record<string, readonly [TagKind, IconName]>
export type NominationStatus = keyof typeof nominationLooks

/** Where a nomination stands, stored or derived (experience.md section 6). */
export function StatusTag({ status }: { status: NominationStatus }) {
  const t = useT()
  const [kind, icon] = nominationLooks[status]
  return status === 'laureate' ? (
    <Tag kind={kind} mark={<PrizeMark kind="excellence" size={13} />}>
      {t('work.status.laureate')}
    </Tag>
  ) : (
    <Tag kind={kind} icon={icon}>
      {t(`work.status.${status}`)}
    </Tag>
  )
}

const sheetLooks = {
  to_score: ['off', 'circle'],
  in_progress: ['info', 'circle-dashed'],
  sealed: ['ok', 'check'],
  recused: ['off', 'ban'],
  locked: ['off', 'lock'],
  abstained: ['off', 'minus'],
  voided: ['off', 'x'],
  late: ['bad', 'clock'],
  started: ['info', 'circle-dashed'],
} as const satisfies Record<string, readonly [TagKind, IconName]>
export type SheetStatus = keyof typeof sheetLooks

/** Where a score sheet stands. `done` and `total` are the criteria scored, for a sheet in progress. */
export function SheetTag({
  status,
  done = 0,
  total = 0,
}: {
  status: SheetStatus
  done?: number
  total?: number
}) {
  const t = useT()
  const [kind, icon] = sheetLooks[status]
  return (
    <Tag kind={kind} icon={icon}>
      {t(`work.sheet.${status}`, { done, total })}
    </Tag>
  )
}
