import { loadOpeningFacts } from '#app/adapters/db/opened-sheets.ts'
import { loadTestAccount } from '#app/adapters/db/test-accounts.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide, type DenialReason } from '#app/domain/access/policy.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { type Act, run } from '../run.ts'

export type TestAccountReason = DenialReason | 'not-found' | 'no-test-account'
export type OpenedAccount = Act<{ readonly account: string }>

/**
 * Opens the test account of a service for one of its readers (product.md section 6): shown once, on the answer to this
 * act, and entered in the log each time. Refuses whoever does not read the file, and a file without an account.
 */
export const openTestAccount = (
  ctx: Context,
  actor: Actor,
  input: { readonly nominationId: string },
): Promise<Result<OpenedAccount, TestAccountReason>> =>
  run<OpenedAccount, TestAccountReason>(ctx, actor, { db: 'jury', role: 'juror' }, async ({ tx }) => {
    const { nominationId } = input
    const facts = await loadOpeningFacts(tx, actor.personId, nominationId)
    if (!facts) return refuse('not-found')
    const permit = decide(actor, 'dossier.use-access', facts.access)
    if (!permit.ok) return permit
    const sealed = await loadTestAccount(tx, nominationId)
    if (sealed === null) return refuse('no-test-account')
    const opened = ctx.crypto.unseal('test-account', nominationId, sealed)
    if (!opened.ok) throw new Error(`the test account of ${nominationId} does not open with this key`)
    const subject = { type: 'nomination', id: nominationId }
    return ok({
      account: opened.value,
      entries: [{ act: 'testAccountOpened', subject, campaignId: facts.campaignId, facts: {} }],
      notices: [],
      actedAs: permit.value.as,
    })
  })
