import fs from 'node:fs/promises'
import path from 'node:path'
import { SAMPLE_KINDS, SAMPLES } from '#app/adapters/pdf/samples/index.ts'
import { createTypstPress } from '#app/adapters/pdf/typst.server.ts'

/** `npm run documents`: every kind of document pressed from its sample, as files to look at. */
const FOLDER = path.join('reports', 'documents')

const { press } = createTypstPress()
await fs.rm(FOLDER, { recursive: true, force: true })
await fs.mkdir(FOLDER, { recursive: true })
for (const kind of SAMPLE_KINDS) {
  const file = path.join(FOLDER, `${kind}.pdf`)
  const { bytes, sha256 } = await press(kind, SAMPLES[kind])
  await fs.writeFile(file, bytes)
  process.stdout.write(`${path.resolve(file)}  ${bytes.length} bytes  SHA-256 ${sha256}\n`)
}
process.exit(0)
