import { z } from 'zod'
import { LOCALES } from '#app/domain/kernel/localized.ts'
import { SHORTCUT_KEYS, shortcutsTaken } from '#app/domain/scoring/shortcuts.ts'
import { checkbox, email, password, requiredLine, uuid } from './fields.ts'

/** The rule of a new password is the service's; here only its bounds. Never trimmed: what is typed is the password. */
const chosenPassword = z
  .string({ error: 'errors.required' })
  .min(1, 'errors.required')
  .max(200, 'errors.password.tooLong')
  .refine((text) => text.isWellFormed(), 'errors.control')
const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'errors.invalid')
const workLocale = z.enum(LOCALES, { error: 'errors.choice' })
const name = requiredLine(120)

export const signInForm = z.strictObject({ email, password })
export const registerForm = z.strictObject({ name, email, password: chosenPassword })
export const verifyEmailForm = z.strictObject({ token, password })
export const forgotPasswordForm = z.strictObject({ email })
export const resetPasswordForm = z.strictObject({ token, password: chosenPassword })
export const changePasswordForm = z.strictObject({
  intent: z.literal('password'),
  current: password,
  password: chosenPassword,
})
export const endSessionForm = z.strictObject({ intent: z.literal('end'), sessionId: uuid })
export const endAllForm = z.strictObject({ intent: z.literal('end-all') })
export const renewCodesForm = z.strictObject({ intent: z.literal('codes') })
export const securityForm = z.discriminatedUnion('intent', [
  changePasswordForm,
  endSessionForm,
  endAllForm,
  renewCodesForm,
])
const shortcutKey = z.enum(SHORTCUT_KEYS, { error: 'errors.choice' })
/** Where each single key leads; two of them may not be the same. */
export const shortcutsForm = z
  .strictObject({
    on: checkbox,
    keys: z.strictObject({
      nextCriterion: shortcutKey,
      previousCriterion: shortcutKey,
      pin: shortcutKey,
      privateNote: shortcutKey,
      previousFile: shortcutKey,
      nextFile: shortcutKey,
      list: shortcutKey,
    }),
  })
  .superRefine(({ keys }, { addIssue }) => {
    for (const name of shortcutsTaken(keys))
      addIssue({ code: 'custom', path: ['keys', name], message: 'errors.taken' })
  })
export const profileForm = z.strictObject({ name, locale: workLocale })

/** Six digits with or without a space, or a recovery code as printed. */
export const secondFactorForm = z.strictObject({
  code: z.string({ error: 'errors.required' }).trim().min(1, 'errors.required').max(64, 'errors.code.format'),
  recovery: checkbox,
})
export const enrolForm = z.strictObject({
  sealed: z
    .string()
    .max(400, 'errors.invalid')
    .regex(/^v1\.[A-Za-z0-9_-]+$/, 'errors.invalid'),
  code: z
    .string({ error: 'errors.required' })
    .trim()
    .regex(/^\d{3}\s?\d{3}$/, 'errors.code.format'),
})
export const noticeForm = z.strictObject({ noticeId: uuid.optional() })
export const signInAsForm = z.strictObject({ personId: uuid })
export const preferenceForm = z.strictObject({
  locale: z.enum(LOCALES).optional(),
  theme: z.enum(['light', 'dark', 'system']).optional(),
  returnTo: z.string().max(500).optional(),
})
