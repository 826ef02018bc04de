import { storeDemonstrationPerson } from '#app/adapters/db/actors.ts'
import { storeGrant } from '#app/adapters/db/grants.ts'
import { readSetting } from '#app/adapters/db/settings.ts'
import { SYSTEM_ACTOR } from '#app/domain/access/actor.ts'
import type { Locale } from '#app/domain/kernel/localized.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { type Act, run } from '../run.ts'

/** No mail ever leaves for this domain: `.invalid` is reserved (RFC 2606). */
const DOMAIN = 'demo.imtiyaz.invalid'
/** Of those who only fill the scene: the list of people to sign in as leaves them out. */
const EXTRAS_DOMAIN = 'figuration.imtiyaz.invalid'
const MARK: Readonly<Record<'ar' | 'fr', string>> = { ar: '(تجريبي)', fr: '(démonstration)' }

export type InventedPerson = {
  /** The part of the address before the sign. */
  readonly mailbox: string
  readonly name: string
  readonly locale: Locale
  /** The first administrator: nobody is there yet who could give the role. */
  readonly isAdministrator?: boolean
  /** Has no part that a visitor would try. */
  readonly isExtra?: boolean
}

/** Invents a person, in a database marked as a demonstration and nowhere else. The name says that it is one. */
export const createDemonstrationPerson = (
  ctx: Context,
  input: InventedPerson,
): Promise<
  Result<
    Act<{ readonly personId: string; readonly email: string; readonly name: string }>,
    'not-a-demonstration' | 'already-held'
  >
> =>
  run(ctx, SYSTEM_ACTOR, { db: 'office', role: 'system' }, async ({ tx, now }) => {
    if ((await readSetting(tx, 'demonstration')) === null) return refuse('not-a-demonstration')
    const personId = ctx.ids.rowId()
    const email = `${input.mailbox}@${input.isExtra ? EXTRAS_DOMAIN : DOMAIN}`
    const name = `${input.name} ${MARK[input.locale === 'ar' ? 'ar' : 'fr']}`
    if (!(await storeDemonstrationPerson(tx, { personId, email, name, locale: input.locale }, now)))
      return refuse('already-held')
    const subject = { type: 'person', id: personId }
    if (input.isAdministrator) {
      const grant = { id: ctx.ids.rowId(), personId, role: 'administrator', campaignId: null } as const
      await storeGrant(tx, { ...grant, grantedBy: personId }, now)
    }
    const entry = { act: 'demonstrationPersonCreated' as const, subject, campaignId: null, facts: {} }
    return ok({ personId, email, name, entries: [entry], notices: [] })
  })
