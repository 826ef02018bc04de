// `npm run db:*`: runs a command on the database of DATABASE_URL or, when it is not set, on the project's own.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { root } from './build.mjs'
import { appSecret } from './app-secret.mjs'
import { dropDatabase, ensureDatabase, startPostgres } from './postgres.mjs'
import { sentence } from './troubles.mjs'

const COMMANDS = {
  migrate: ['prisma/engine.ts', 'apply'],
  status: ['prisma/engine.ts', 'status'],
  new: ['prisma/engine.ts', 'new'],
  drift: ['prisma/drift.ts'],
  seed: ['app/cli/run.mjs', 'seed'],
}

const [act, ...words] = process.argv.slice(2)
const named = Boolean(process.env.DATABASE_URL)
const dataDir = path.resolve(root, process.env.DATA_DIR || '.data')
let server = null

const run = ([file, ...first], url) =>
  spawnSync(process.execPath, ['--no-warnings', path.join(root, file), ...first, ...words], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, DATABASE_URL: url, DATA_DIR: dataDir, APP_SECRET: appSecret(dataDir) },
  }).status ?? 1

async function main() {
  if (act === 'reset' && named)
    throw new Error(
      'db:reset empties only the own database: with DATABASE_URL set, drop and create that one yourself.',
    )
  if (act !== 'reset' && !COMMANDS[act])
    throw new Error(`npm run db:${Object.keys(COMMANDS).join(', db:')}, db:reset`)
  server = named ? null : await startPostgres(path.join(dataDir, 'postgres'))
  if (act === 'reset') await dropDatabase(server.url, 'imtiyaz')
  const url = named ? process.env.DATABASE_URL : await ensureDatabase(server.url, 'imtiyaz')
  if (act !== 'reset') return run(COMMANDS[act], url)
  return run(COMMANDS.migrate, url) || run(COMMANDS.seed, url)
}

try {
  process.exitCode = await main()
} catch (error) {
  process.stderr.write(`${sentence(error, named)}\n`)
  process.exitCode = 1
} finally {
  await server?.stop()
}
