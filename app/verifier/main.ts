import { openBundle } from './open-bundle.ts'
import { BundleFault } from './shape.ts'
import { verify } from './verify.ts'

/** `node app/verifier/main.ts <bundle.json or folder>`: 0 when every check holds, 1 when one fails, 2 when nothing can be read. */
function main(path: string | undefined): number {
  if (path === undefined) {
    console.error('Usage: node app/verifier/main.ts <bundle.json or folder>')
    return 2
  }
  try {
    const { findings, failures } = verify(openBundle(path))
    for (const { ok, about, sentence } of findings)
      console.log(`${ok ? 'ok  ' : 'FAIL'}  ${about}: ${sentence}`)
    console.log(
      failures.length === 0
        ? `The result is confirmed: ${findings.length} checks hold.`
        : `The result is NOT confirmed: ${failures.length} of ${findings.length} checks fail.`,
    )
    return failures.length === 0 ? 0 : 1
  } catch (error) {
    if (!(error instanceof BundleFault)) throw error
    console.error(`Cannot verify: ${error.message}.`)
    return 2
  }
}

process.exitCode = main(process.argv[2])
