import type { Locale, Localized } from '#app/domain/kernel/localized.ts'
import { shownIn } from '#app/i18n/french-typography.ts'
import type { Facts } from '#app/domain/kernel/result.ts'
import type { Client } from './client.server.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
type Owed = { readonly facts: Facts; readonly campaignId: string | null }

const bodyOf = ({ facts }: Owed): string | null => {
  const body = facts['administration']
  return typeof body === 'string' && UUID.test(body) ? body : null
}
const campaignOf = ({ facts, campaignId }: Owed): string | null => ('campaign' in facts ? campaignId : null)
const nominationOf = ({ facts }: Owed): string | null => {
  const id = facts['nominationId']
  return typeof id === 'string' && UUID.test(id) && ('title' in facts || 'category' in facts) ? id : null
}
const named = (name: unknown, locale: Locale): string => shownIn(name as Localized, locale)?.text ?? ''
const VARIANT = /^(.+)(Ar|Fr|En|Zgh)$/

/** What is stored in more languages than one (`seat`, `seatFr`), under its own name, in the reader's. */
function inLanguage(facts: Facts, locale: Locale): Facts {
  const variants = new Map<string, Partial<Record<Locale, string>>>()
  for (const [fact, text] of Object.entries(facts)) {
    const [, name, lang] = VARIANT.exec(fact) ?? []
    if (name === undefined || lang === undefined || typeof text !== 'string') continue
    variants.set(name, { ...variants.get(name), [lang.toLowerCase()]: text })
  }
  const rest = Object.entries(facts).filter(([fact]) => !variants.has(VARIANT.exec(fact)?.[1] ?? ''))
  const said = [...variants].map(([name, texts]) => {
    const bare = facts[name]
    return [name, named(typeof bare === 'string' ? { ar: bare, ...texts } : texts, locale)]
  })
  return Object.fromEntries([...rest, ...said])
}
const present = (ids: readonly (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null))]

/**
 * Facts name campaigns, bodies and nominations by id; people read their names, in the reader's own language when there
 * is one. Three statements however many notices.
 */
export async function namedFacts(client: Client, notices: readonly Owed[], locale: Locale): Promise<Facts[]> {
  const [campaigns, bodies, nominations] = await Promise.all([
    client.campaign.findMany({
      where: { id: { in: present(notices.map(campaignOf)) } },
      select: { id: true, awardName: true, year: true },
    }),
    client.administration.findMany({
      where: { id: { in: present(notices.map(bodyOf)) } },
      select: { id: true, name: true },
    }),
    client.nomination.findMany({
      where: { id: { in: present(notices.map(nominationOf)) } },
      select: { id: true, title: true, category: { select: { name: true } } },
    }),
  ])
  const campaignNames = new Map(
    campaigns.map((one) => [one.id, `${named(one.awardName, locale)} ${one.year}`]),
  )
  const bodyNames = new Map(bodies.map((one) => [one.id, named(one.name, locale)]))
  const nominationNames = new Map(
    nominations.map((one) => [
      one.id,
      { title: named(one.title, locale), category: named(one.category.name, locale) },
    ]),
  )
  const ofNomination = (notice: Owed): Facts =>
    Object.fromEntries(
      Object.entries(nominationNames.get(nominationOf(notice) ?? '') ?? {}).filter(
        ([fact, name]) => fact in notice.facts && name !== '',
      ),
    )
  return notices.map((notice) => {
    const campaign = campaignNames.get(campaignOf(notice) ?? '')
    const administration = bodyNames.get(bodyOf(notice) ?? '')
    return {
      ...inLanguage(notice.facts, locale),
      ...ofNomination(notice),
      ...(campaign ? { campaign } : {}),
      ...(administration ? { administration } : {}),
    }
  })
}
