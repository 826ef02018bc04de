/** Typed interests of product.md section 8. `employment` is now or within three years. */
export const INTEREST_KINDS = ['none', 'employment', 'supervision', 'contract', 'family', 'other'] as const
export type InterestKind = (typeof INTEREST_KINDS)[number]

export type Body = { readonly administrationId: string; readonly supervisingId: string | null }
/** What ties a juror to bodies and people; mail domains in lower case. */
export type JurorTies = {
  readonly personId: string
  readonly institution: Body | null
  readonly mailDomain: string
}
export type NominationTies = {
  readonly nominationId: string
  readonly lead: Body
  readonly partners: readonly Body[]
  readonly peopleIds: readonly string[]
  readonly mailDomains: readonly string[]
}

export type ExclusionCause = 'same-administration' | 'juror-supervises' | 'juror-supervised'
export type Exclusion = {
  readonly cause: ExclusionCause
  readonly administrationId: string
  readonly competesAs: 'lead' | 'partner'
}
export type HintCause = 'same-supervising-body' | 'same-mail-domain' | 'same-person'
export type Hint = { readonly cause: HintCause; readonly about: string }

/** Shared by people of every body; equal domains of these say nothing. */
const OPEN_MAIL_DOMAINS: readonly string[] = [
  'gmail.com',
  'outlook.com',
  'hotmail.com',
  'yahoo.com',
  'yahoo.fr',
  'menara.ma',
]

const competitors = ({ lead, partners }: NominationTies) => [
  { body: lead, competesAs: 'lead' as const },
  ...partners.map((body) => ({ body, competesAs: 'partner' as const })),
]

function causeBetween(institution: Body, body: Body): ExclusionCause | null {
  if (institution.administrationId === body.administrationId) return 'same-administration'
  if (institution.administrationId === body.supervisingId) return 'juror-supervises'
  return institution.supervisingId === body.administrationId ? 'juror-supervised' : null
}

/**
 * The exclusions that need no declaration: an institution on the jury may not judge itself, a body that it supervises
 * or the body that supervises it, whether that competes as lead or as partner (product.md sections 2 and 5).
 */
export function automaticExclusions(juror: JurorTies, nomination: NominationTies): readonly Exclusion[] {
  const { institution } = juror
  if (institution === null) return []
  return competitors(nomination).flatMap(({ body, competesAs }) => {
    const cause = causeBetween(institution, body)
    return cause ? [{ cause, administrationId: body.administrationId, competesAs }] : []
  })
}

/** What the juror is asked to think about before declaring: a hint excludes nobody. */
export function conflictHints(juror: JurorTies, nomination: NominationTies): readonly Hint[] {
  const shared = juror.institution?.supervisingId ?? null
  const siblings = competitors(nomination).filter(
    ({ body }) => shared !== null && body.supervisingId === shared,
  )
  const hints: Hint[] = siblings.map(({ body }) => ({
    cause: 'same-supervising-body',
    about: body.administrationId,
  }))
  if (!OPEN_MAIL_DOMAINS.includes(juror.mailDomain) && nomination.mailDomains.includes(juror.mailDomain)) {
    hints.push({ cause: 'same-mail-domain', about: juror.mailDomain })
  }
  if (nomination.peopleIds.includes(juror.personId))
    hints.push({ cause: 'same-person', about: juror.personId })
  return hints
}

/** An interest other than `none` recuses; `other` needs words, the typed ones explain themselves. */
export const recuses = (kind: InterestKind): boolean => kind !== 'none'
