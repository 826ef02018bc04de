import type { Completeness, SectionStatus } from '#app/domain/nomination/completeness.ts'
import { paths } from '#app/http/paths.ts'
import { useT } from '#app/i18n/provider.tsx'
import type { TaskState } from '../patterns/task-list.tsx'
import { Link } from '../primitives/link.tsx'
import { SideRail } from '../shells/side-rail.tsx'
import { sectionOf } from './words.ts'

const STATES: Readonly<Record<SectionStatus, TaskState>> = {
  'not-started': 'todo',
  'in-progress': 'part',
  complete: 'done',
  'with-errors': 'error',
}

/** Where one is in the dossier: eight sections with their states, and the tools. */
export function SectionRail({
  id,
  completeness,
  current,
}: {
  id: string
  completeness: Completeness
  current?: string
}) {
  const t = useT()
  return (
    <SideRail
      label={t('nomination.sections')}
      sections={completeness.sections.map((section) => ({
        href: paths.nominationStep(t.locale, id, section.section),
        title: `${section.number}. ${sectionOf(t, section.section)}`,
        state: STATES[section.status],
        errors: section.problems.filter(({ code }) => code !== 'missing').length,
        current: section.section === current,
      }))}
      tools={
        <>
          <Link href={paths.nominationRead(t.locale, id)} icon="eye">
            {t('nomination.tool.read')}
          </Link>
          <Link href={paths.nominationEvidence(t.locale, id)} icon="paperclip">
            {t('nomination.tool.evidence')}
          </Link>
          <Link href={paths.nominationVersions(t.locale, id)} icon="history">
            {t('nomination.tool.versions')}
          </Link>
        </>
      }
    />
  )
}
