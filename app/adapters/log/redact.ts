const HIDDEN = '[redacted]'
/** Anywhere in the name of a field, at any depth. */
const SECRET_NAMES =
  /pass|token|secret|code|cookie|authorization|e-?mail|body|credential|otp|salt|connectionstring|database_?url/i
/** Names that only sound like one. */
const HARMLESS_NAMES = /^(status_?code|error_?code|reason_?code|code_?point)$/i
/** user:password@ inside an address, wherever it was written. */
const URL_CREDENTIALS = /\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@:]+:[^\s/@]+@/gi
/** PostgreSQL repeats the text that is no number, date or identifier: somebody may have written it. */
const REPEATED = /(\binvalid input (?:syntax|value) for [^":]{1,80}: )"[\s\S]*?"(?=`|\n|$)/g
/** Prisma prints all that was to be written into the error of a call that it does not understand; cut, it has no end. */
const ARGUMENTS = /(\bInvalid `[^`]{1,120}` invocation[^{]{0,400}:\n\n)\{(?:[\s\S]*\n\}(?=\n\n)|[\s\S]*$)/
/** C0, C1, line and paragraph separators, directional marks: shown as what they are. */
const UNSAFE = /[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g
const LONGEST = 8_000
const DEEPEST = 6

const escaped = (text: string): string =>
  text
    .slice(0, LONGEST)
    .replace(URL_CREDENTIALS, `$1${HIDDEN}@`)
    .replace(ARGUMENTS, `$1${HIDDEN}`)
    .replace(REPEATED, `$1${HIDDEN}`)
    .replace(UNSAFE, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)

const isSecret = (name: string): boolean => SECRET_NAMES.test(name) && !HARMLESS_NAMES.test(name)

/** `ECONNREFUSED` or an SQLSTATE; anything else under that name may be a code that somebody typed. */
const ERROR_CODE = /^([A-Z][A-Z0-9_]{2,40}|[0-9A-Z]{5})$/

function errorFields(error: Error): Record<string, unknown> {
  const code = String((error as { code?: unknown }).code ?? '')
  const known = ERROR_CODE.test(code) ? { errorCode: code } : {}
  return { type: error.name, message: error.message, stack: error.stack ?? '', ...known }
}

/** A copy that may be written down: secrets by name removed, texts escaped, depth and length bounded. */
export function redacted<T>(value: T, depth = 0): T {
  return redact(value, depth) as T
}

function redact(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'bigint') return value.toString()
  if (value === null || typeof value !== 'object') return typeof value === 'function' ? '[function]' : value
  if (depth >= DEEPEST) return '[deep]'
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString()
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`
  if (Array.isArray(value)) return value.slice(0, 100).map((member) => redact(member, depth + 1))
  const members = Object.entries(value instanceof Error ? errorFields(value) : value)
  return Object.fromEntries(
    members.map(([name, member]) => [escaped(name), isSecret(name) ? HIDDEN : redact(member, depth + 1)]),
  )
}
