import { useT } from '#app/i18n/provider.tsx'
import { Icon } from '../primitives/icon.tsx'
import { Phrase } from '../primitives/phrase.tsx'
import { Time } from '../primitives/time.tsx'

/** What the juror declared for the open file, and when; a declared tie leaves a file open only after its recusal was lifted. */
export function DeclaredNote({ declaration }: { declaration: { kind: string; at: number } | null }) {
  const t = useT()
  if (declaration === null) return null
  return (
    <div className="jy-head__coi">
      <Icon name="shield-check" />
      <span>
        <b>{t(declaration.kind === 'none' ? 'jury.sheet.noInterest' : 'jury.sheet.interestLifted')}</b>
        <Phrase k="jury.sheet.declaredOn" parts={{ date: <Time at={declaration.at} show="date" /> }} />
      </span>
    </div>
  )
}
