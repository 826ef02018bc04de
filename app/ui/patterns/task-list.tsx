import type { ReactNode } from 'react'
import { useT } from '#app/i18n/provider.tsx'
import { Icon, type IconName } from '../primitives/icon.tsx'
import { Link } from '../primitives/link.tsx'

export type TaskState = 'todo' | 'part' | 'now' | 'done' | 'locked' | 'error'
export type Task = {
  readonly title: ReactNode
  readonly href?: string
  readonly hint?: ReactNode
  readonly state: TaskState
  readonly errors?: number
  readonly action?: ReactNode
}
export const taskIcons: Record<TaskState, IconName> = {
  todo: 'circle',
  part: 'circle-dashed',
  now: 'circle-dot',
  done: 'check-circle',
  locked: 'lock',
  error: 'alert',
}

/** Steps of a piece of work, each with its state in a word. */
export function TaskList({ tasks, label }: { tasks: readonly Task[]; label: string }) {
  const t = useT()
  return (
    <ul className="tasks" aria-label={label}>
      {tasks.map((task, i) => (
        <li key={i}>
          <Icon name={taskIcons[task.state]} className={`st-${task.state}`} />
          <div>
            {task.href === undefined ? task.title : <Link href={task.href}>{task.title}</Link>}
            {task.hint === undefined ? null : <span className="tasks__hint">{task.hint}</span>}
          </div>
          {task.action ?? (
            <span className="xs muted">
              {task.state === 'error'
                ? t('work.task.errors', { count: task.errors ?? 1 })
                : t(`work.task.${task.state}`)}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
