import type { Db } from '#app/adapters/db/client.server.ts'
import type { Locale } from '#app/domain/kernel/localized.ts'
import type { Facts } from '#app/domain/kernel/result.ts'
import type {
  AssignmentSolver,
  Crypto,
  FileStore,
  Ids,
  Log,
  Mailer,
  Painter,
  PdfPress,
  Queue,
  RateLimit,
  Scanner,
  Signer,
  Workbook,
} from './ports.ts'

/** Everything an act may need from outside; built once, in `context.server.ts`. */
export type Context = {
  readonly db: Db
  readonly ids: Ids
  readonly crypto: Crypto
  readonly signer: Signer
  readonly files: FileStore
  readonly scanner: Scanner
  readonly mailer: Mailer
  readonly press: PdfPress
  readonly painter: Painter
  readonly workbook: Workbook
  readonly queue: Queue
  readonly solver: AssignmentSolver
  readonly limits: RateLimit
  readonly log: Log
  /** The address people reach us at, without a final slash. */
  readonly origin: string
  /** The mailbox that people read: replies to letters go there, and the contact page names it. Absent: none was set. */
  readonly secretariat?: string
  /** Where the button of a letter leads: an absolute address, or null. Filled by the composition root from the paths. */
  readonly noticeUrl: (notice: string, locale: Locale, facts: Facts) => string | null
  /** True only in a database that was seeded as a demonstration. */
  readonly demonstration: boolean
}
