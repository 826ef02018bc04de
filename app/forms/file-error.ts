import type { Refusal } from '#app/domain/kernel/result.ts'

const MESSAGES: Readonly<Record<string, string>> = {
  'file-missing': 'errors.requiredFile',
  'file-empty': 'errors.file.empty',
  'file-too-large': 'errors.file.tooLarge',
  'file-type-unknown': 'errors.file.type',
  'file-extension-wrong': 'errors.file.mismatch',
  'file-truncated': 'errors.file.truncated',
  'file-polyglot': 'errors.file.polyglot',
  'file-image-too-large': 'errors.file.imageTooLarge',
  'storage-full': 'errors.file.storageFull',
  'upload-interrupted': 'errors.file.interrupted',
}

/**
 * Puts the message of a refused upload at its field, with the limit for the sentence of the form where there is one. What
 * was refused for something else keeps its own fields.
 */
export function withFileError(refusal: Refusal, limit?: number): Refusal {
  const message = MESSAGES[refusal.reason]
  if (message === undefined) return refusal
  const facts = limit === undefined ? refusal.facts : { ...refusal.facts, limit }
  return { ...refusal, facts, fields: { file: message } }
}
