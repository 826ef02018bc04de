import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import { COMMON_PASSWORDS } from './common-passwords.ts'

const SHORTEST = 15
/** Words of this award and its setting that an attacker tries first (NIST SP 800-63B-4: context-specific words). */
const CONTEXT = [
  'imtiyaz',
  'emtiaz',
  'mtiaz',
  'امتياز',
  'administration',
  'electronique',
  'maroc',
  'morocco',
  'المغرب',
  'candidature',
  'palmares',
  'jury',
]

/** Case, accents and every sign that is no letter or digit removed, so that `P@ssword-Password` and its kin are seen. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/@/g, 'a')
    .replace(/\$/g, 's')
    .replace(/[^\p{L}\p{N}]/gu, '')

/** A short piece repeated, or a run of the keyboard or alphabet: long, and yet one of the first guesses. */
const isRepetition = (text: string): boolean => {
  const characters = Array.from(text)
  for (let size = 1; size <= 5; size += 1) {
    if (characters.every((character, index) => character === characters[index % size])) return true
  }
  return false
}
const RUNS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiopasdfghjklzxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
]
const isRun = (text: string): boolean =>
  RUNS.some((run) => run.includes(text) || Array.from(run).reverse().join('').includes(text))

/** What is left when the known words and digits are taken out; little left means the password is those words. */
function remainder(text: string, known: readonly string[]): string {
  let left = text
  for (const word of known) if (word.length >= 4) left = left.replaceAll(word, '')
  return left.replace(/\d/g, '')
}

/**
 * Whether a new password may be used: at least 15 characters, none of the most common ones, not made of the award's
 * words, the person's name or address. No composition rule (NIST SP 800-63B-4 section 3.1.1.2).
 */
export function checkNewPassword(
  password: string,
  person: { readonly email: string; readonly name: string },
): Result<string, 'password-short' | 'password-known'> {
  if (Array.from(password).length < SHORTEST) {
    return refuse('password-short', { min: SHORTEST }, { password: 'errors.password.tooShort' })
  }
  const text = folded(password)
  const personal = [...person.email.split(/[@.]/), ...person.name.split(/\s+/)]
    .map(folded)
    .filter((word) => word.length >= 4)
  const known = [...COMMON_PASSWORDS, ...CONTEXT.map(folded), ...personal].sort((a, b) => b.length - a.length)
  const weak =
    isRepetition(text) || isRun(text) || COMMON_PASSWORDS.includes(text) || remainder(text, known).length < 4
  return weak ? refuse('password-known', {}, { password: 'errors.password.known' }) : ok(password)
}
