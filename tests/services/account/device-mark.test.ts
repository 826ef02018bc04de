import { describe, expect, it } from 'vitest'
import { createMemoryRateLimit } from '#app/adapters/limit/memory.ts'
import type { Context } from '#app/services/context.ts'
import { changePassword } from '#app/services/account/change-password.ts'
import { requestPasswordReset } from '#app/services/account/request-password-reset.ts'
import { resetPassword } from '#app/services/account/reset-password.ts'
import { signIn } from '#app/services/account/sign-in.ts'
import { testDb } from '#tests/support/db.ts'
import { identityContext, OTHER_PASSWORD, PASSWORD, stage, visit } from './stage.ts'

const test = await testDb()
const ctx = identityContext(test)
const on = stage(test, ctx)

/** A browser that knew the password, and its mark. */
async function marked(email: string): Promise<string> {
  const done = await signIn(ctx, visit(), { email, password: PASSWORD })
  if (!done.ok) throw new Error(done.reason)
  return done.value.deviceMark
}
/** What the right password is answered once strangers have filled the queue of the account. */
async function answerTo(email: string, deviceMark: string): Promise<string> {
  const crowded: Context = { ...ctx, limits: createMemoryRateLimit(1) }
  await signIn(crowded, visit({ address: 'a' }), { email, password: 'essai au hasard' })
  const seen = await signIn(crowded, visit({ address: 'b', deviceMark }), { email, password: OTHER_PASSWORD })
  return seen.ok ? 'in' : seen.reason
}

describe('the mark of a browser when the password changes', () => {
  it('ends with the old password, and the browser that changed it has another', async () => {
    const { email } = await on.account()
    const session = await on.enter(email)
    const old = await marked(email)
    const input = { current: PASSWORD, password: OTHER_PASSWORD }
    const done = await changePassword(ctx, session, visit({ deviceMark: old }), input)
    expect(await answerTo(email, old)).toBe('throttled')
    expect(await answerTo(email, done.ok ? done.value.deviceMark : '')).toBe('in')
  })

  it('ends when the password is set by a mailed link, and the browser that set it has another', async () => {
    const { email } = await on.account()
    const old = await marked(email)
    await requestPasswordReset(ctx, visit(), { email })
    const token = await on.tokenOf('reset-password')
    const done = await resetPassword(ctx, visit({ deviceMark: old }), { token, password: OTHER_PASSWORD })
    expect(await answerTo(email, old)).toBe('throttled')
    expect(await answerTo(email, done.ok ? done.value.deviceMark : '')).toBe('in')
  })
})
