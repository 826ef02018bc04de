import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'

/** Crockford's base 32: no I, L, O, U, so that a code survives being read aloud and typed. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** 80 bits make 16 letters in four groups: not to be guessed, short enough for paper. */
export const CHECK_CODE_BYTES = 10
const LETTERS = 16

const grouped = (letters: string): string => (letters.match(/.{4}/g) ?? []).join('-')

/** The check code of a document from ten random bytes given: `7K3M-Q0ZD-18HV-XW4T`. */
export function checkCode(bytes: Uint8Array): Result<string, 'wrong-length'> {
  if (bytes.length !== CHECK_CODE_BYTES) return refuse('wrong-length', { length: bytes.length })
  let value = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
  let letters = ''
  for (let index = 0; index < LETTERS; index += 1) {
    letters = (ALPHABET[Number(value & 31n)] ?? '0') + letters
    value >>= 5n
  }
  return ok(grouped(letters))
}

/** Reads a code as people type it: any case, spaces or dashes anywhere, O for 0, I and L for 1. */
export function readCheckCode(typed: string): Result<string, 'code-unreadable'> {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\u2010-\u2015-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  const sound = letters.length === LETTERS && [...letters].every((letter) => ALPHABET.includes(letter))
  return sound ? ok(grouped(letters)) : refuse('code-unreadable')
}
