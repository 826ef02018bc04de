import { z } from 'zod'
import { MANDATE_ROLES } from '#app/domain/access/actor.ts'
import { ADMINISTRATION_TYPES } from '#app/domain/administration/administration.ts'
import { isoDate, line, optional, requiredLine, uuid, version } from './fields.ts'

export const administrationForm = z.strictObject({
  name: z.strictObject({ ar: requiredLine(300), fr: requiredLine(300), zgh: optional(line(300)) }),
  acronym: optional(line(30)),
  type: z.enum(ADMINISTRATION_TYPES, { error: 'errors.choice' }),
  parentId: optional(uuid),
  role: z.enum(MANDATE_ROLES, { error: 'errors.choice' }),
})

export const mandateRequestForm = z.strictObject({
  administrationId: uuid,
  role: z.enum(MANDATE_ROLES, { error: 'errors.choice' }),
})

/** The register's page: one button per line, each with what it does. */
export const registrationForm = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('approve-administration'), administrationId: uuid, version }),
  z.strictObject({ intent: z.literal('refuse-administration'), administrationId: uuid, version }),
  z.strictObject({ intent: z.literal('grant-mandate'), mandateId: uuid, version, until: optional(isoDate) }),
  z.strictObject({ intent: z.literal('revoke-mandate'), mandateId: uuid, version }),
])
