import fs from 'node:fs/promises'
import path from 'node:path'
import { SAMPLE_KINDS, SAMPLES } from '#app/adapters/pdf/samples/index.ts'
import { createTypstPress } from '#app/adapters/pdf/typst.server.ts'

/**
 * `npm run documents`: every kind of document pressed from its sample, as files to look at.
 * `npm run documents -- --batch 500`: so many certificates, each for another administration and service, timed. It says
 * how far it is, and Ctrl+C ends it after the certificate at hand.
 */
const FOLDER = path.join('reports', 'documents')
const BODIES = [
  ['Commune', 'جماعة'],
  ['Agence', 'وكالة'],
  ['Province', 'إقليم'],
  ['Régie', 'مؤسسة'],
] as const
const PLACES = [
  ['d’Aït Nour', 'أيت نور'],
  ['du Souss', 'سوس'],
  ['de Tafraout', 'تافراوت'],
  ['du Haouz', 'الحوز'],
  ['de Bouznika', 'بوزنيقة'],
] as const

const at = <T>(list: readonly T[], place: number): T => list[place % list.length] as T

function certificateOf(number: number) {
  const body = at(BODIES, number)
  const place = at(PLACES, Math.floor(number / BODIES.length))
  const code = number
    .toString(32)
    .toUpperCase()
    .padStart(4, '0')
    .replace(/[ILOU]/g, '0')
  return {
    ...SAMPLES.participation_certificate,
    number: `CP-2026-${String(number + 1).padStart(4, '0')}`,
    checkCode: `7F3K-91QD-2M4X-${code}`,
    checkUrl: `https://imtiyaz.example.ma/verify/7F3K-91QD-2M4X-${code}`,
    reference: `EMT-2026-${String(number + 1).padStart(4, '0')}`,
    recipient: {
      fr: `${body[0]} ${place[0]}, n° ${number + 1}`,
      ar: `${body[1]} ${place[1]} رقم ${number + 1}`,
    },
    service: { fr: `Guichet numéro ${number + 1}`, ar: `الشباك الإلكتروني رقم ${number + 1}` },
  }
}

const { press } = createTypstPress()
const line = (text: string): void => void process.stdout.write(`${text}\n`)

/** Between two certificates: signals are heard, and the terminal is written to. */
const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
const STEP = 50

async function batch(count: number): Promise<void> {
  const began = performance.now()
  const hashes = new Set<string>()
  const stopped = new AbortController()
  process.once('SIGINT', () => stopped.abort())
  let bytes = 0
  for (let number = 0; number < count && !stopped.signal.aborted; number += 1) {
    const pressed = await press('participation_certificate', certificateOf(number))
    hashes.add(pressed.sha256)
    bytes += pressed.bytes.length
    const elapsed = ((performance.now() - began) / 1000).toFixed(1)
    if ((number + 1) % STEP === 0) line(`${number + 1} of ${count}, ${elapsed} s`)
    await breath()
  }
  if (stopped.signal.aborted) line(`Stopped after ${hashes.size} of ${count}.`)
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage()
  const memory = Math.round(process.memoryUsage.rss() / 2 ** 20)
  line(
    `${hashes.size} certificates, all different, in ${seconds.toFixed(1)} s, of which ${((user + system) / 1e6).toFixed(1)} s of processor, ` +
      `${(bytes / 2 ** 20).toFixed(1)} MiB, ${memory} MiB of memory`,
  )
}

async function preview(): Promise<void> {
  await fs.rm(FOLDER, { recursive: true, force: true })
  await fs.mkdir(FOLDER, { recursive: true })
  for (const kind of SAMPLE_KINDS) {
    const file = path.join(FOLDER, `${kind}.pdf`)
    const { bytes, sha256 } = await press(kind, SAMPLES[kind])
    await fs.writeFile(file, bytes)
    line(`${path.resolve(file)}  ${bytes.length} bytes  SHA-256 ${sha256}`)
  }
}

const asked = process.argv.indexOf('--batch')
await (asked < 0 ? preview() : batch(Number(process.argv[asked + 1] ?? 500)))
process.exit(0)
