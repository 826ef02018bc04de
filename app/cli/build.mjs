// Generates the database client and builds the app, only when their sources changed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { putInPlace } from './put-in-place.mjs'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const at = (...parts) => path.join(root, ...parts)

function* filesUnder(folder) {
  for (const entry of fs
    .readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) {
      if (entry.name !== 'generated') yield* filesUnder(file)
    } else yield file
  }
}

function fingerprint(...places) {
  const hash = createHash('sha256')
  for (const place of places) {
    const files = fs.statSync(at(place)).isDirectory() ? filesUnder(at(place)) : [at(place)]
    for (const file of files) hash.update(path.relative(root, file)).update(fs.readFileSync(file))
  }
  return hash.digest('hex')
}

async function whenStale(stamp, print, work) {
  const file = at('build', 'stamps', stamp)
  if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === print) return false
  await work()
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, print)
  return true
}

function runTool(name, script, words, env = {}) {
  const done = spawnSync(process.execPath, [at('node_modules', script), ...words], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  if (done.status !== 0) throw new Error(`${name} failed:\n${done.stdout}\n${done.stderr}`)
}

const generateFonts = () => {
  const made = fs.existsSync(at('app/ui/styles/generated/fonts-still.css'))
  return whenStale(
    'fonts',
    made ? fingerprint('app/cli/fonts.mjs', 'app/ui/styles/fonts.css') : 'absent',
    async () => (await import('./fonts.mjs')).cutFonts(root),
  )
}

/** The engine named is never run: `generate` only checks that the variable points at an executable. */
const generateClient = () => {
  const client = at('app/adapters/db/generated/client.ts')
  const print = fs.existsSync(client) ? fingerprint('prisma/schema', 'prisma.config.ts') : 'absent'
  return whenStale('generate', print, () =>
    runTool('prisma generate', 'prisma/build/index.js', ['generate'], {
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      CHECKPOINT_DISABLE: '1',
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
    }),
  )
}

export const generate = async () => {
  await generateFonts()
  return generateClient()
}

const COMMANDS = ['seed', 'replay', 'admin-create', 'check-data', 'bench', 'drill', 'emails', 'documents']
const ENTRIES = ['app/server.ts', 'app/worker.ts', ...COMMANDS.map((name) => `app/cli/${name}.ts`)]

async function buildNode(outdir) {
  const { build: bundle, stop } = await import('esbuild')
  await bundle({
    absWorkingDir: root,
    entryPoints: ENTRIES.filter((entry) => fs.existsSync(at(entry))),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    packages: 'external',
    jsx: 'automatic',
    minifyWhitespace: true, // V8 keeps the text of a module as long as the process lives
    minifySyntax: true,
    legalComments: 'none', // they stand in the sources, which a clone has
    outdir,
    outbase: 'app',
    sourcemap: 'linked',
    sourcesContent: false, // a stack needs only the places
    logLevel: 'silent', // a failure is thrown, with the same words
    external: ['*/server/index.js'],
  })
  await stop() // else its service stays beside us for as long as we run
  inAscii(path.join(root, outdir))
}

/** What esbuild leaves as it is, in patterns: one such letter doubles what V8 keeps of the whole file (vite.config.ts). */
function inAscii(folder) {
  for (const name of fs.readdirSync(folder, { recursive: true }).filter((one) => one.endsWith('.js'))) {
    const file = path.join(folder, name)
    const escaped = (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace(/[\u0080-\uffff]/g, escaped))
  }
}

/** Builds beside what is in use, then switches; a build that fails leaves everything as it was. */
async function aside(parts, work) {
  const folder = at('build', `next-${process.pid}`)
  try {
    fs.rmSync(folder, { recursive: true, force: true })
    await work(path.relative(root, folder))
    for (const part of parts) putInPlace(path.join(folder, part), at('build', part))
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/** The verifier as one file that needs nothing but Node: what people download from the check page. */
export async function bundleVerifier(outfile) {
  const { build: bundle } = await import('esbuild')
  await bundle({
    absWorkingDir: root,
    entryPoints: ['app/verifier/main.ts'],
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    outfile,
    logLevel: 'warning',
  })
}

/** The verifier's checks of a bundle as one script of the check page: no library, nothing of Node. */
export async function bundleVerifierHere(outfile) {
  const { build: bundle } = await import('esbuild')
  await bundle({
    absWorkingDir: root,
    entryPoints: ['app/verifier/page.ts'],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    outfile,
    logLevel: 'warning',
  })
}

/** What a PDF may refer to and not bring along: encodings, the fourteen standard fonts, decoders without WebAssembly. */
function copyPdfParts(folder) {
  const parts = ['cmaps', 'standard_fonts', 'wasm']
  const isServed = (file) => !/\.wasm$|quickjs|qcms/i.test(path.basename(file))
  for (const part of parts)
    fs.cpSync(at('node_modules/pdfjs-dist', part), path.join(root, folder, 'client/pdf', part), {
      recursive: true,
      filter: isServed,
    })
}

async function buildPages(folder) {
  runTool('remix build', '@remix-run/dev/dist/cli.js', ['vite:build'], {
    NODE_ENV: 'production',
    BUILD_FOLDER: folder,
  })
  await bundleVerifier(path.join(folder, 'client/open-data/imtiyaz-verify.mjs'))
  await bundleVerifierHere(path.join(folder, 'client/open-data/imtiyaz-verify-here.js'))
  copyPdfParts(folder)
}

/** `node` alone is enough for commands; `all` also builds the pages. */
export async function build(what = 'all') {
  await generate()
  const sources = ['app', 'emails', 'prisma/schema', 'prisma/engine.ts', 'package-lock.json', 'tsconfig.json']
  const print = fingerprint(...sources.filter((place) => fs.existsSync(at(place))), 'vite.config.ts')
  const programs = await whenStale('node', print, () =>
    aside(['node'], (folder) => buildNode(path.join(folder, 'node'))),
  )
  if (what !== 'all') return programs
  const pages = await whenStale('pages', print, () => aside(['client', 'server'], buildPages))
  return programs || pages
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await (process.argv[2] === 'generate' ? generate() : build(process.argv[2]))
}
