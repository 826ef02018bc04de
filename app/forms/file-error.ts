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

/** Puts the message of a refused upload at its field, with the limit for the sentence of the form. */
export const withFileError = (refusal: Refusal, limit: number): Refusal => ({
  ...refusal,
  facts: { ...refusal.facts, limit },
  fields: { file: MESSAGES[refusal.reason] ?? 'errors.invalid' },
})
