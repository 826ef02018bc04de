// Known troubles of a start, each as one sentence: the reader is an operator, not a programmer.

export const ROLES_SQL = ['public', 'applicant', 'jury', 'office']
  .map(
    (name) => `  CREATE ROLE imtiyaz_${name} NOLOGIN; GRANT imtiyaz_${name} TO "<the user of DATABASE_URL>";`,
  )
  .join('\n')

const DATABASE = [
  [
    /55006|is being accessed by other users/,
    'Somebody works in the database: stop what uses it, then try again.',
  ],
  [
    /28P01|28000|(password|peer|ident) authentication failed|no pg_hba\.conf entry|password must be a string/i,
    'The database of DATABASE_URL refuses the user name or the password.',
  ],
  [
    /3D000|database ".*" does not exist/,
    'The database named in DATABASE_URL does not exist: create it first.',
  ],
  [
    /permission denied to create role|must have admin option on role|CREATEROLE|permission denied to grant role/i,
    `The user of DATABASE_URL may not create roles. As an administrator of that server, run:\n${ROLES_SQL}`,
  ],
  [
    /permission denied for (schema|database)/,
    'The user of DATABASE_URL may not create tables there. As an administrator of that server, run:\n  ALTER DATABASE "<the database>" OWNER TO "<the user of DATABASE_URL>";',
  ],
  [
    /53300|too many (clients|connections)/,
    'The database of DATABASE_URL has no connection left: raise its max_connections, or stop what else uses it.',
  ],
  [
    /server does not support SSL|self.signed certificate|unable to verify|UNABLE_TO_|CERT_/,
    'The database of DATABASE_URL and this machine do not agree on TLS: check sslmode and the certificate.',
  ],
  [
    /Can't reach database server|ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|timeout expired|Connection terminated|57P03/,
    'The database of DATABASE_URL does not answer: check its address and that the server runs.',
  ],
]

/** Everything an error says of itself and of its causes. */
const wordsOf = (error) =>
  [
    error?.message,
    error?.code,
    error?.stderr,
    ...(error?.errors ?? []).map(wordsOf),
    error?.cause ? wordsOf(error.cause) : '',
  ]
    .filter(Boolean)
    .join(' ') || String(error)

/** One sentence for the person at the keyboard; `named` when DATABASE_URL was set by them. */
export function sentence(error, named = false) {
  const text = wordsOf(error)
  if (/ENOSPC|No space left|53100|disk full|EDQUOT/i.test(text))
    return 'The disk is full: free some space, then start again.'
  const known =
    (named || /55006|being accessed/.test(text)) && DATABASE.find(([pattern]) => pattern.test(text))
  if (known) return known[1]
  if (/EACCES|EPERM|EROFS/.test(text))
    return `No permission to write${error?.path ? ` ${error.path}` : ''}: check who owns the folder.`
  return error?.message || text
}

/** The port as a number; throws a sentence. */
export function readPort(text) {
  const port = Number(text || 3000)
  if (!/^\d*$/.test(text ?? '') || port < 1 || port > 65_535)
    throw new Error(`PORT is ${text}: a number from 1 to 65535 is needed.`)
  return port
}

/** Throws a sentence when the address cannot name a database. Never repeats it: it may hold a password. */
export function checkDatabaseUrl(text) {
  const url = URL.canParse(text) ? new URL(text) : null
  const isWhole =
    url !== null && ['postgres:', 'postgresql:'].includes(url.protocol) && url.pathname.length > 1
  if (!isWhole || [url.username, url.password, url.pathname].some((part) => !isDecodable(part)))
    throw new Error(
      'DATABASE_URL is no database address: postgres://user:password@host:5432/database is needed (special characters of the password as %XX).',
    )
}

const isDecodable = (text) => {
  try {
    return decodeURIComponent(text) !== null
  } catch {
    return false
  }
}

/** Why the packages could not be installed, from what npm said. */
export function installTrouble(words) {
  if (/ENOSPC|no space left/i.test(words)) return sentence({ message: 'ENOSPC' })
  if (/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET/.test(words))
    return 'The packages could not be installed: the package registry does not answer.'
  if (/EACCES|EPERM|EROFS/.test(words))
    return 'The packages could not be installed: no permission to write in this folder.'
  return 'The packages could not be installed; npm says why above.'
}
