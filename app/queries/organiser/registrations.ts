import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import { type Instant, instantOf } from '#app/domain/kernel/instant.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { PAGE_SIZE } from '../page.ts'

export type RequestedBody = {
  readonly id: string
  readonly name: Localized
  readonly type: string
  readonly parent: Localized | null
  readonly createdAt: Instant
  readonly version: number
}
export type RequestedMandate = {
  readonly id: string
  readonly person: string
  readonly email: string
  readonly administration: Localized
  readonly administrationApproved: boolean
  readonly role: string
  readonly requestedAt: Instant
  /** Nobody settles their own request. */
  readonly own: boolean
  readonly version: number
}
export type RegistrationsScreen = {
  readonly bodies: readonly RequestedBody[]
  readonly mandates: readonly RequestedMandate[]
  readonly maySettleBodies: boolean
  readonly maySettleMandates: boolean
}

const NOWHERE = { campaignId: null, phase: null } as const

/** What waits for the register: bodies and mandates asked for, oldest first. Settled ones leave the page. */
export async function registrations(
  ctx: Context,
  actor: Actor,
): Promise<Result<RegistrationsScreen, 'not-found'>> {
  const maySettleBodies = decide(actor, 'administration.approve', NOWHERE).ok
  // A signatory settles the mandates of the own administration elsewhere; this page is the register's.
  const settles = ['secretariat', 'administrator']
  const maySettleMandates =
    decide(actor, 'mandate.approve', NOWHERE).ok && actor.grants.some(({ role }) => settles.includes(role))
  if (!maySettleBodies) return refuse('not-found')
  const bodies = await ctx.db.office.administration.findMany({
    where: { state: 'requested' },
    select: {
      id: true,
      name: true,
      type: true,
      createdAt: true,
      version: true,
      parent: { select: { name: true } },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: PAGE_SIZE,
  })
  const mandates = await ctx.db.office.mandate.findMany({
    where: { state: 'requested' },
    select: {
      id: true,
      personId: true,
      role: true,
      requestedAt: true,
      version: true,
      person: { select: { name: true, email: true } },
      administration: { select: { name: true, state: true } },
    },
    orderBy: [{ requestedAt: 'asc' }, { id: 'asc' }],
    take: PAGE_SIZE,
  })
  return ok({
    bodies: bodies.map((row) => ({
      id: row.id,
      name: row.name as Localized,
      type: row.type,
      parent: row.parent && (row.parent.name as Localized),
      createdAt: instantOf(row.createdAt),
      version: row.version,
    })),
    mandates: mandates.map((row) => ({
      id: row.id,
      person: row.person.name,
      email: row.person.email,
      administration: row.administration.name as Localized,
      administrationApproved: row.administration.state === 'approved',
      role: row.role,
      requestedAt: instantOf(row.requestedAt),
      own: row.personId === actor.personId,
      version: row.version,
    })),
    maySettleBodies,
    maySettleMandates,
  })
}
