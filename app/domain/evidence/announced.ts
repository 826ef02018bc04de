import { refuse, type Result } from '../kernel/result.ts'
import {
  attachEvidence,
  type AttachFacts,
  type AttachReason,
  type Evidence,
  mediaTypeNamed,
} from './evidence.ts'

/** Bytes of one part of a file: no more than a form may have, so that it is read under the same fences. */
export const MOST_PART_BYTES = 512 * 1024
/** And no fewer, but for the last: a file of 20 MiB comes in at most 1,280 parts. */
export const LEAST_PART_BYTES = 16 * 1024
/** Files of one person on their way to one dossier. */
export const MOST_ON_THE_WAY = 3

export type Announced = Pick<Evidence, 'title' | 'claim' | 'fileName' | 'size' | 'sha256'>

/**
 * Whether a file that is only announced could be attached: what is refused by its size, its name, its title or because it
 * is there already is refused before its first byte. Its content is judged once it is whole.
 */
export function announceEvidence(facts: AttachFacts, file: Announced): Result<Evidence, AttachReason> {
  const mediaType = mediaTypeNamed(file.fileName)
  if (mediaType === null) return refuse('file-type', {}, { file: 'errors.file.type' })
  return attachEvidence(facts, { ...file, id: '', mediaType, scanState: 'pending', seconds: null })
}

/** Whether a part of `bytes` from `from` on can be the next one of a file of which `received` of `size` bytes are here. */
export function judgePart(
  { received, size }: { readonly received: number; readonly size: number },
  { from, bytes }: { readonly from: number; readonly bytes: number },
): Result<true, 'part-misplaced' | 'part-size'> {
  if (from !== received) return refuse('part-misplaced', { received })
  const isLast = from + bytes === size
  const fits = from + bytes <= size && bytes <= MOST_PART_BYTES && (bytes >= LEAST_PART_BYTES || isLast)
  return fits ? { ok: true, value: true } : refuse('part-size', { received })
}
