import { z } from 'zod'
import { OFFICE_ROLES } from '#app/domain/access/actor.ts'
import { email, requiredLine, uuid } from './fields.ts'

const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'errors.invalid')
const role = z.enum(OFFICE_ROLES, { error: 'errors.requiredChoice' })
/** A role of one campaign: everything but the administrator. */
const campaignRole = z.enum(['secretariat', 'organiser', 'publisher', 'auditor'], {
  error: 'errors.requiredChoice',
})
const letterLocale = z.enum(['ar', 'fr'], { error: 'errors.requiredChoice' })

/** The answer to an invitation: taken up by the signed-in person, by a new account, or declined. */
export const invitationForm = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('accept'), token }),
  z.strictObject({ intent: z.literal('decline'), token }),
  z.strictObject({
    intent: z.literal('join'),
    token,
    name: requiredLine(120),
    password: z
      .string({ error: 'errors.required' })
      .min(1, 'errors.required')
      .max(200, 'errors.password.tooLong'),
  }),
])

/** Acts on the people of one campaign's office. */
export const officeForm = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('invite'), email, role: campaignRole, locale: letterLocale }),
  z.strictObject({ intent: z.literal('revoke'), grantId: uuid }),
])

/** Acts of the administrator on one account. */
export const personForm = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('disable') }),
  z.strictObject({ intent: z.literal('enable') }),
  z.strictObject({ intent: z.literal('revoke'), grantId: uuid }),
  z.strictObject({
    intent: z.literal('grant'),
    role,
    campaignId: uuid.or(z.literal('')).transform((id) => (id === '' ? null : id)),
  }),
])
export const inviteAdministratorForm = z.strictObject({ email, locale: letterLocale })
