import { parseArgs } from 'node:util'
import { holdToLog } from './hold-to-log.ts'
import { openBundle } from './open-bundle.ts'
import { openLog, readText } from './open-log.ts'
import type { Report } from './report.ts'
import { BundleFault } from './shape.ts'
import { verify } from './verify.ts'
import { verifyLog } from './verify-log.ts'
import { receiptFromText, verifyReceipt } from './verify-receipt.ts'

const USAGE = `Usage: npm run verify -- <bundle.json or folder> [--matrix <file of the auditor>]
       npm run verify -- <bundle.json or folder> --log <file> [the options of a log]
       npm run verify -- --log <file> [--checkpoint <file>]... [--head <size>:<root>]... [--key <public key>]
       npm run verify -- --receipt <file of a juror> [--key <public key>]`

type Asked = { readonly what: 'result' | 'log' | 'receipt'; readonly report: Report }

/** Null: the words make no question. */
function examine(words: string[]): Asked | null {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      log: { type: 'string' },
      receipt: { type: 'string' },
      checkpoint: { type: 'string', multiple: true, default: [] },
      head: { type: 'string', multiple: true, default: [] },
      key: { type: 'string' },
      matrix: { type: 'string' },
    },
  })
  const [bundle, ...more] = positionals
  const given = [bundle, values.log, values.receipt].filter((one) => one !== undefined)
  const isHeldToLog = bundle !== undefined && values.log !== undefined && given.length === 2
  if (more.length > 0 || (given.length !== 1 && !isHeldToLog)) return null
  const outside = {
    key: values.key ?? null,
    checkpoints: values.checkpoint.map(readText),
    heads: values.head,
  }
  if (bundle !== undefined) {
    const matrix = values.matrix === undefined ? null : readText(values.matrix)
    const files = openBundle(bundle)
    const report = verify(files, matrix)
    if (values.log !== undefined) holdToLog(files, openLog(values.log), outside, report)
    return { what: 'result', report }
  }
  if (values.matrix !== undefined) return null
  if (values.receipt !== undefined) {
    const receipt = receiptFromText(readText(values.receipt), values.receipt)
    return { what: 'receipt', report: verifyReceipt(receipt, values.key ?? null) }
  }
  return { what: 'log', report: verifyLog(openLog(values.log ?? ''), outside) }
}

function tell({ what, report: { findings, failures } }: Asked): number {
  for (const { ok, about, sentence } of findings)
    console.log(`${ok ? 'ok  ' : 'FAIL'}  ${about}: ${sentence}`)
  console.log(
    failures.length === 0
      ? `The ${what} is confirmed: ${findings.length} checks hold.`
      : `The ${what} is NOT confirmed: ${failures.length} of ${findings.length} checks fail.`,
  )
  return failures.length === 0 ? 0 : 1
}

/** 0 when every check holds, 1 when one fails, 2 when nothing can be read. */
function main(words: string[]): number {
  try {
    const asked = examine(words)
    if (asked) return tell(asked)
    console.error(USAGE)
  } catch (error) {
    const isOption = error instanceof TypeError && 'code' in error
    if (!isOption && !(error instanceof BundleFault)) throw error
    console.error(isOption ? USAGE : `Cannot verify: ${error.message}.`)
  }
  return 2
}

process.exitCode = main(process.argv.slice(2))
