import type { ReactNode } from 'react'
import { useT } from '#app/i18n/provider.tsx'
import { type SectionState, SectionMeter } from '../motif/section-meter.tsx'
import { taskIcons, type TaskState } from '../patterns/task-list.tsx'
import { Icon } from '../primitives/icon.tsx'
import { Link } from '../primitives/link.tsx'

export type RailSection = {
  readonly href: string
  readonly title: ReactNode
  readonly state: TaskState
  readonly errors?: number
  readonly note?: ReactNode
  readonly current?: boolean
}

const meterState = (section: RailSection): SectionState =>
  section.current === true && section.state !== 'done'
    ? 'now'
    : section.state === 'done'
      ? 'done'
      : section.state === 'part' || section.state === 'error'
        ? 'part'
        : 'todo'

type Props = { sections: readonly RailSection[]; label: string; tools?: ReactNode }

function Sections({ sections, label, tools }: Props) {
  const t = useT()
  return (
    <>
      <nav aria-label={label}>
        <ol>
          {sections.map((section) => (
            <li key={section.href}>
              <Link href={section.href} current={section.current === true ? 'step' : undefined}>
                <Icon name={taskIcons[section.state]} className={`st-${section.state}`} />
                <span>
                  {section.title}
                  <span className="vh">
                    {' '}
                    ({t(`work.task.${section.state === 'error' ? 'part' : section.state}`)})
                  </span>
                </span>
                {section.errors === undefined || section.errors === 0 ? (
                  <span className="rail-nav__note">{section.note}</span>
                ) : (
                  <span className="rail-nav__bad">{t('work.task.errors', { count: section.errors })}</span>
                )}
              </Link>
            </li>
          ))}
        </ol>
      </nav>
      {tools === undefined ? null : <div className="rail-nav__tools">{tools}</div>}
    </>
  )
}

/** On a phone the sections fold away under the one that is open. */
function Folded(props: Props) {
  const t = useT()
  const { sections, label } = props
  const at = sections.findIndex((section) => section.current === true)
  return (
    <details className="rail-fold">
      <summary>
        <SectionMeter
          size={44}
          states={sections.map(meterState)}
          label={t('work.meter.at', { number: at + 1, total: sections.length })}
        />
        <b>{sections[at]?.title ?? label}</b>
        <span className="btn btn--sm">
          {label}
          <Icon name="chevron-down" />
        </span>
      </summary>
      <Sections {...props} />
    </details>
  )
}

/** Where I am in the dossier: the star meter, the sections with their states, and the tools. */
export function SideRail(props: Props) {
  const t = useT()
  const { sections } = props
  const done = sections.filter((section) => section.state === 'done').length
  const total = sections.length
  return (
    <aside className="rail-nav" aria-label={props.label}>
      <Folded {...props} />
      <div className="rail-nav__whole">
        <div className="rail-nav__meter">
          <SectionMeter states={sections.map(meterState)} label={t('work.meter.label', { done, total })} />
          <div aria-hidden="true">
            <b>
              <bdi>{t('common.counter.of', { value: done, total })}</bdi>
            </b>
            <span className="cap">{t('work.meter.sections', { count: done })}</span>
          </div>
        </div>
        <Sections {...props} />
      </div>
    </aside>
  )
}
