import type { Blocker, Screen } from '#app/domain/campaign/blocker.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { shownIn } from '#app/i18n/french-typography.ts'
import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { type Task, TaskList } from '../patterns/task-list.tsx'
import { blockersOf } from './setup-tasks.ts'

type Props = {
  campaignId: string
  categories: readonly { readonly code: string; readonly name: Localized }[]
  blockers: readonly Blocker[]
}

/** The work of preparing a campaign, each task with what is still wrong with it. */
export function SetupTasks({ campaignId, categories, blockers: all }: Props) {
  // The adoption has its own panel: no task of writing is unfinished for want of it.
  const blockers = all.filter(({ code }) => code !== 'regulation-unsigned')
  const t = useT()
  const locale = useLocale()
  const task = (title: string, href: string, screens: readonly Screen[], id?: string): Task => {
    const errors = blockersOf(blockers, screens, id).length
    return { title: <bdi>{title}</bdi>, href, state: errors === 0 ? 'done' : 'error', errors }
  }
  const groups: readonly (readonly [string, readonly Task[]])[] = [
    [
      'text',
      [
        task(t('campaign.setup.names'), paths.campaignNames(locale, campaignId), ['names']),
        task(t('campaign.setup.calendar'), paths.campaignCalendar(locale, campaignId), ['calendar']),
        task(t('campaign.holidays.title'), paths.campaignHolidays(locale, campaignId), ['holidays']),
        task(t('campaign.setup.regulation'), paths.campaignRegulation(locale, campaignId), [
          'article',
          'regulation',
        ]),
      ],
    ],
    [
      'categories',
      categories.flatMap(({ code, name: text }) => {
        const name = shownIn(text, locale)?.text ?? code
        return [
          task(
            t('campaign.setup.category', { name }),
            paths.campaignCategory(locale, campaignId, code),
            ['category'],
            code,
          ),
          task(
            t('campaign.setup.slots', { name }),
            paths.campaignSlots(locale, campaignId, code),
            ['slots'],
            code,
          ),
          task(
            t('campaign.setup.rubric', { name }),
            paths.campaignRubric(locale, campaignId, code),
            ['rubric'],
            code,
          ),
        ]
      }),
    ],
    [
      'rules',
      [
        task(t('campaign.setup.participation'), paths.campaignParticipation(locale, campaignId), [
          'participation',
        ]),
        task(t('campaign.setup.jury'), paths.campaignJuryRule(locale, campaignId), ['jury-rules', 'seats']),
        task(t('campaign.scoring.title'), paths.campaignScoringRule(locale, campaignId), ['scoring-rules']),
        task(t('campaign.procedure.title'), paths.campaignProcedureRule(locale, campaignId), [
          'screening-rules',
          'deliberation-rules',
        ]),
        task(t('campaign.complaintRule.title'), paths.campaignComplaintRule(locale, campaignId), [
          'publication-rules',
        ]),
      ],
    ],
  ]
  return groups.map(([group, tasks]) => (
    <section className="blk" key={group}>
      <header>
        <h2>{t(`campaign.setup.group.${group}`)}</h2>
      </header>
      <TaskList tasks={tasks} label={t(`campaign.setup.group.${group}`)} />
    </section>
  ))
}
