import { z } from 'zod'

/** What a script says of a file before its parts: the title and the claim are judged where every file's are. */
export const uploadForm = z.strictObject({
  title: z.string().max(2000, 'errors.tooLong').default(''),
  claim: z.string().max(100).default(''),
  name: z.string().max(1000).default(''),
  size: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
