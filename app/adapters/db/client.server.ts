import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlQuery } from '@prisma/driver-adapter-utils'
import { type Prisma, PrismaClient } from './generated/client.ts'
import { PipelinedClient } from './pipelined.server.ts'

/** One client per database role (reliability.md R2): a forgotten check meets a missing grant. */
export const DB_ROLES = ['public', 'applicant', 'jury', 'office'] as const
export type DbRole = (typeof DB_ROLES)[number]

export type Client = PrismaClient
export type Tx = Prisma.TransactionClient
export type Db = { readonly [R in DbRole]: Client } & { readonly close: () => Promise<void> }

/** `onQuery` sees every statement; tests and the benchmark count with it. */
export type DbOptions = {
  readonly poolSize?: number
  /** Those of serving, unless somebody says otherwise. */
  readonly limits?: DbLimits
  readonly onQuery?: (role: DbRole, sql: string) => void
}

/** How long the database may take before it is stopped, in milliseconds. */
export type DbLimits = {
  readonly statement: number
  /** For a row that another transaction holds. */
  readonly lock: number
  /** Inside a transaction, between two statements. */
  readonly idle: number
  /** For a free connection, and for one that is made. */
  readonly connection: number
  readonly transaction: number
}

/** People wait for the answer, and others behind them for the connection. */
export const SERVING: DbLimits = {
  statement: 15_000,
  lock: 5000,
  idle: 20_000,
  connection: 5000,
  transaction: 15_000,
}

/** Nobody waits for an answer: a filling of the database that a slow machine stops in its middle begins again from nothing. */
export const UNHURRIED: DbLimits = {
  statement: 600_000,
  lock: 300_000,
  idle: 600_000,
  connection: 60_000,
  transaction: 900_000,
}

const limitWords = ({ statement, lock, idle }: DbLimits): string =>
  `-c statement_timeout=${statement} -c lock_timeout=${lock} -c idle_in_transaction_session_timeout=${idle}`

/** Statements of the code are some hundreds; a text beyond these (a list of unusual length) is not prepared. */
const MOST_PREPARED = 600
const names = new Map<string, string>()

/**
 * A name for each statement, so that a connection parses and plans it once. Words without parameters (BEGIN, COMMIT)
 * have nothing to plan.
 */
function statementName({ sql, args }: SqlQuery): string {
  if (args.length === 0) return ''
  const known = names.get(sql)
  if (known !== undefined || names.size >= MOST_PREPARED) return known ?? ''
  const name = `s${names.size}`
  names.set(sql, name)
  return name
}

function clientFor(url: string, role: DbRole, options: DbOptions): Client {
  const { onQuery, limits = SERVING } = options
  const connection = {
    connectionString: url,
    options: `-c role=imtiyaz_${role} -c TimeZone=UTC ${limitWords(limits)}`,
    max: options.poolSize ?? 6,
    connectionTimeoutMillis: limits.connection,
    idleTimeoutMillis: 30_000,
    Client: PipelinedClient,
  }
  const adapter = new PrismaPg(connection, { statementNameGenerator: statementName })
  const transactionOptions = { maxWait: limits.connection, timeout: limits.transaction }
  if (!onQuery) return new PrismaClient({ adapter, transactionOptions })
  const client = new PrismaClient({ adapter, transactionOptions, log: [{ level: 'query', emit: 'event' }] })
  client.$on('query', (event) => onQuery(role, event.query))
  return client
}

/**
 * The four clients, each made when it is first asked for: one holds some six megabytes of what it knows of the schema,
 * and a worker never speaks as an applicant. Nothing connects before the first statement.
 */
export function openDb(url: string, options: DbOptions = {}): Db {
  const made = new Map<DbRole, Client>()
  const client = (role: DbRole): Client => {
    const known = made.get(role) ?? clientFor(url, role, options)
    made.set(role, known)
    return known
  }
  return {
    get public() {
      return client('public')
    },
    get applicant() {
      return client('applicant')
    },
    get jury() {
      return client('jury')
    },
    get office() {
      return client('office')
    },
    close: async () => {
      await Promise.all([...made.values()].map((one) => one.$disconnect()))
    },
  }
}
