import { checkOrder } from './check-order.ts'
import { type Checkpoint, isSignedBy, type LogKey, readKey, readNote } from './note.ts'
import type { LogFile, LogLine } from './open-log.ts'
import { Report } from './report.ts'
import { leafOf, Tree } from './tree.ts'

/** What somebody kept outside the platform: a public key, checkpoints received by mail, printed or cosigned. */
export type Outside = {
  readonly key: string | null
  readonly checkpoints: readonly string[]
  /** Size and root in hexadecimal as `12:ab…`, the form that is mailed and printed. */
  readonly heads?: readonly string[]
}

function checkEntry({ index, leaf, entry, row }: LogLine, report: Report): boolean {
  const before = report.failures.length
  if (!/^[0-9a-f]{64}$/.test(leaf)) report.fail('entries', `entry ${index}: its hash is not a SHA-256`)
  else if (entry !== null && leafOf(Buffer.from(entry)).toString('hex') !== leaf)
    report.fail('entries', `entry ${index} was changed: its text is not the one that was hashed`)
  if (row !== null)
    report.fail('entries', `entry ${index} was changed: the columns beside its text say something else`)
  return report.failures.length === before
}

/** The root of the log at every size asked for, in one pass. */
function rootsAt(lines: readonly LogLine[], sizes: ReadonlySet<number>): Map<number, string> {
  const tree = new Tree()
  const roots = new Map<number, string>()
  for (const { leaf } of lines) {
    tree.append(Buffer.from(leaf, 'hex'))
    if (sizes.has(tree.size)) roots.set(tree.size, tree.root().toString('base64'))
  }
  return roots
}

type Head = Checkpoint & { readonly about: string }

function checkHead(
  head: Head,
  key: LogKey,
  roots: ReadonlyMap<number, string>,
  held: number,
  report: Report,
): boolean {
  const name = `the checkpoint of ${head.size} entries`
  if (head.origin !== key.name) report.fail(head.about, `${name} belongs to another log, ${head.origin}`)
  else if (!isSignedBy(head, key)) report.fail(head.about, `${name} is not signed by ${key.line}`)
  else if (head.size > held)
    report.fail(
      head.about,
      `${name} says more than the ${held} that are here: the end of the log was cut off`,
    )
  else if (head.size > 0 && roots.get(head.size) !== head.root.toString('base64'))
    report.fail(head.about, `the first ${head.size} entries are not the ones that were signed`)
  else return true
  return false
}

/** A head that was mailed or printed has no signature; whoever kept it is its own witness. */
function checkBareHead(head: string, lines: readonly LogLine[], report: Report): void {
  const [, digits, root] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(head) ?? []
  if (digits === undefined || root === undefined)
    return report.fail('outside', `not a head size:root: ${head}`)
  const size = Number(digits)
  if (size > lines.length)
    return report.fail(
      'outside',
      `the head of ${size} entries says more than the ${lines.length} that are here: the end of the log was cut off`,
    )
  const found = Buffer.from(rootsAt(lines, new Set([size])).get(size) ?? '', 'base64').toString('hex')
  report.check(
    'outside',
    found === root,
    `the first ${size} entries are the ones of the head that was kept`,
    `the first ${size} entries are not the ones of the head that was kept`,
  )
}

/** Each checkpoint in turn; the first that fails tells between which two the log was rewritten. */
function checkHeads(log: LogFile, outside: Outside, key: LogKey, report: Report): void {
  const heads: Head[] = [
    ...log.checkpoints.map((note, at) => ({
      ...readNote(note, `checkpoint ${at + 1}`),
      about: 'checkpoints',
    })),
    ...outside.checkpoints.map((note) => ({ ...readNote(note, 'outside checkpoint'), about: 'outside' })),
  ]
  const roots = rootsAt(log.lines, new Set(heads.map(({ size }) => size)))
  let good = 0
  for (const head of heads.sort((a, b) => a.size - b.size)) {
    if (checkHead(head, key, roots, log.lines.length, report)) {
      good = head.size
      report.pass(head.about, `the first ${head.size} entries are the ones that were signed`)
    } else if (head.size > good) report.fail(head.about, `the last place known to be right is ${good}`)
  }
  if (log.checkpoints.length === 0) report.fail('checkpoints', 'the log holds no checkpoint')
  const last = Math.max(0, ...heads.map(({ size }) => size))
  report.pass(
    'limits',
    `${Math.max(0, log.lines.length - last)} entries after the newest checkpoint are not signed yet`,
  )
}

/**
 * All checks on one log. What its keeper could do with the signing key in hand, write a whole new log and sign it
 * again, shows only against a checkpoint kept outside.
 */
export function verifyLog(log: LogFile, outside: Outside): Report {
  const report = new Report()
  try {
    const key = readKey(outside.key ?? log.key)
    if (outside.key === null)
      report.pass('key', `taken from the file itself, ${key.line}: compare it with the published one`)
    else
      report.check(
        'key',
        log.key === key.line,
        'the log names the key that was given',
        'the log names another key',
      )
    checkOrder(log.lines, report)
    const broken = log.lines.filter((line) => !checkEntry(line, report)).length
    const told = log.lines.filter(({ entry }) => entry !== null).length
    if (broken === 0)
      report.pass(
        'entries',
        `${told} of ${log.lines.length} entries have their text, and it is the one that was hashed`,
      )
    report.check(
      'size',
      log.size === log.lines.length,
      `${log.size} entries, as stated`,
      `${log.lines.length} entries, ${log.size} stated: the end of the log was cut off`,
    )
    checkHeads(log, outside, key, report)
    for (const head of outside.heads ?? []) checkBareHead(head, log.lines, report)
  } catch (error) {
    report.fail('log', error instanceof Error ? error.message : String(error))
  }
  if (outside.checkpoints.length + (outside.heads ?? []).length === 0)
    report.pass(
      'limits',
      'no checkpoint from outside was given: a log written and signed anew as a whole would not show',
    )
  return report
}
