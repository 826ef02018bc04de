import type { Blocker } from '#app/domain/campaign/blocker.ts'
import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { ButtonLink } from '../primitives/button.tsx'
import { Icon } from '../primitives/icon.tsx'
import { blockerHref, useBlockerText } from './blocker-list.tsx'

export type TowerExit = { readonly to: string; readonly blockers: readonly Blocker[]; readonly may: boolean }
export type Decision = {
  readonly key: string
  readonly first: Blocker
  readonly count: number
}

/** What only the calendar settles is no decision of a person. */
const WAITING = [
  'deadline-not-reached',
  'evaluation-not-due',
  'evaluation-still-open',
  'complaint-window-open',
  'appeal-window-open',
]

const SHEETS = ['sheets-unsealed', 'below-minimum-sheets']

/** While evaluation is open an unsealed sheet is work under way, and nobody's decision yet. */
function due({ blockers }: TowerExit): readonly Blocker[] {
  const open = blockers.some(({ code }) => code === 'evaluation-still-open')
  return blockers.filter(({ code }) => !WAITING.includes(code) && !(open && SHEETS.includes(code)))
}

/**
 * Blockers of one kind are one decision: the first is named, the others counted. Two ways out ask it once. `handless`: what
 * nobody of the desk may answer, whatever the phase.
 */
export function decisionsOf(exits: readonly TowerExit[], handless: readonly Blocker[]): readonly Decision[] {
  const kinds = new Map<string, { readonly first: Blocker; readonly ids: Set<string> }>()
  for (const blocker of [...handless, ...exits.flatMap(due)]) {
    const same = kinds.get(blocker.code) ?? { first: blocker, ids: new Set() }
    same.ids.add(JSON.stringify([blocker.target, blocker.facts]))
    kinds.set(blocker.code, same)
  }
  return [...kinds].map(([key, { first, ids }]) => ({ key, first, count: ids.size }))
}

type Props = {
  campaignId: string
  exits: readonly TowerExit[]
  handless: readonly Blocker[]
  /** Flags that suspend nominations until the plenary; null for whoever may not know of any. */
  openFlags: number | null
}

/** Decisions first, each with its button; then what others decide, and the way to the next phase, when nothing blocks it. */
export function TowerTodo({ campaignId, exits, handless, openFlags }: Props) {
  const t = useT()
  const locale = useLocale()
  const say = useBlockerText()
  const decisions = decisionsOf(exits, handless)
  const open = exits.filter(({ blockers, may }) => blockers.length === 0 && may)
  const flags = openFlags ?? 0
  return (
    <section className="blk">
      <header>
        <h2>{t('campaign.tower.todo')}</h2>
      </header>
      {decisions.length + open.length + flags === 0 ? (
        <p className="say2">{t('campaign.tower.todoNone')}</p>
      ) : null}
      <ul className="todo">
        {decisions.map(({ key, first, count }) => (
          <li key={key} className="r">
            <Icon name="alert" />
            <div>
              <b>{say(first)}</b>
              {count > 1 ? <p>{t('campaign.tower.affected', { number: count })}</p> : null}
            </div>
            <ButtonLink
              href={blockerHref(locale, campaignId, first) ?? paths.campaignPhase(locale, campaignId)}
            >
              {t('campaign.tower.mend')}
            </ButtonLink>
          </li>
        ))}
        {flags === 0 ? null : (
          <li className="p">
            <Icon name="flag" />
            <div>
              <b>{t('jury.flags.open', { count: flags })}</b>
              <p>{t('jury.flags.lead')}</p>
            </div>
            <ButtonLink href={paths.juryFlags(locale, campaignId)}>{t('jury.flags.title')}</ButtonLink>
          </li>
        )}
        {open.map(({ to }) => (
          <li key={to} className="g">
            <Icon name="check-circle" />
            <div>
              <b>{t('campaign.tower.advance', { phase: t(`common.phase.${to}`) })}</b>
              <p>{t('campaign.tower.advanceHint')}</p>
            </div>
            <ButtonLink variant="primary" href={paths.campaignPhase(locale, campaignId)}>
              {t('common.action.continue')}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
