/**
 * Migrations without a downloaded engine: schema-engine-wasm over adapter-pg, recorded in `_prisma_migrations`.
 * `node prisma/engine.ts apply|status|new "<what>"` with DATABASE_URL set.
 */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { sentence } from '../app/cli/troubles.mjs'
import { asOnlyMigrator } from './one-migrator.ts'

const here = path.dirname(fileURLToPath(import.meta.url))
/** Bundled commands run from the project's folder. */
const root = fs.existsSync(path.join(here, 'schema')) ? here : path.resolve('prisma')
const schemaFolder = path.join(root, 'schema')
const migrationsFolder = path.join(root, 'migrations')
const filters = { externalTables: [], externalEnums: [] }

type Diff = { exitCode: number; stdout: string | null }
type Engine = {
  diff(input: unknown): Promise<Diff>
  applyMigrations(input: unknown): Promise<{ appliedMigrationNames: string[] }>
  diagnoseMigrationHistory(input: unknown): Promise<unknown>
}

async function openEngine(url: string, heard: (error: unknown) => void = () => undefined): Promise<Engine> {
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm')
  const folder = path.dirname(entry)
  const glue = await import(pathToFileURL(path.join(folder, 'schema_engine_bg.js')).href)
  const module = new WebAssembly.Module(fs.readFileSync(path.join(folder, 'schema_engine_bg.wasm')))
  const instance = new WebAssembly.Instance(module, { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  ;(instance.exports['__wbindgen_start'] as () => void)()
  const factory = bindMigrationAwareSqlAdapterFactory(
    wholeScripts(new PrismaPg({ connectionString: url }), heard),
  )
  return glue.SchemaEngine.new({ datamodels: schemaFiles() }, () => undefined, factory)
}

/** The adapter cuts scripts at every semicolon, also inside function bodies; PostgreSQL reads them whole, in one transaction. What it refuses is heard in its own words: the engine keeps only that something failed. */
function wholeScripts(factory: PrismaPg, heard: (error: unknown) => void): PrismaPg {
  const connect = factory.connect.bind(factory)
  factory.connect = async () => {
    const adapter = await connect()
    adapter.executeScript = async (script) => {
      try {
        await adapter.underlyingDriver().query(script)
      } catch (error) {
        heard(error)
        throw error
      }
    }
    return adapter
  }
  return factory
}

const schemaFiles = (): [string, string][] =>
  fs.readdirSync(schemaFolder).map((name) => {
    const file = path.join(schemaFolder, name)
    return [file, fs.readFileSync(file, 'utf8')]
  })

const migrationNames = (): string[] =>
  fs
    .readdirSync(migrationsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()

const migrationsList = () => ({
  baseDir: migrationsFolder,
  lockfile: { path: './migration_lock.toml', content: 'provider = "postgresql"\n' },
  shadowDbInitScript: '',
  migrationDirectories: migrationNames().map((name) => ({
    path: name,
    migrationFile: {
      path: 'migration.sql',
      content: {
        tag: 'ok',
        value: fs.readFileSync(path.join(migrationsFolder, name, 'migration.sql'), 'utf8'),
      },
    },
  })),
})

/** Applies what is missing; returns the names applied. Throws with the database's own words. */
export async function applyMigrations(url: string): Promise<string[]> {
  return asOnlyMigrator(url, async () => {
    let said: unknown = null
    const engine = await openEngine(url, (error) => (said = error))
    const applied = await engine
      .applyMigrations({ migrationsList: migrationsList(), filters })
      .catch((error: unknown) => Promise.reject(said ?? error))
    return applied.appliedMigrationNames
  })
}

const schemaTarget = () => ({
  tag: 'schemaDatamodel',
  files: schemaFiles().map(([file, content]) => ({ path: file, content })),
})

const diffRequest = (from: unknown) => ({
  from,
  to: schemaTarget(),
  script: true,
  exitCode: null,
  filters,
  shadowDatabaseUrl: null,
})

/** The schema as last committed; the engine cannot describe a live database through this adapter. */
function committedSchema(): unknown {
  const names = execFileSync('git', ['ls-tree', '--name-only', 'HEAD', './schema/'], {
    cwd: root,
    encoding: 'utf8',
  })
  const files = names.split('\n').filter(Boolean)
  if (files.length === 0) return { tag: 'empty' }
  const content = (name: string) =>
    execFileSync('git', ['show', `HEAD:./${name}`], { cwd: root, encoding: 'utf8' })
  return {
    tag: 'schemaDatamodel',
    files: files.map((name) => ({ path: path.join(root, name), content: content(name) })),
  }
}

/** Writes the SQL that leads from the committed schema to the one in the folder. */
async function newMigration(url: string, what: string): Promise<string> {
  const engine = await openEngine(url)
  const difference = await engine.diff(diffRequest(committedSchema()))
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const name = `${stamp}_${what.toLowerCase().replace(/[^a-z0-9]+/g, '_')}`
  fs.mkdirSync(path.join(migrationsFolder, name), { recursive: true })
  fs.writeFileSync(path.join(migrationsFolder, name, 'migration.sql'), difference.stdout ?? '')
  return name
}

async function main([act, what]: string[]): Promise<void> {
  const url = process.env['DATABASE_URL']
  if (!url) return fail('DATABASE_URL is not set: which database?')
  if (act === 'apply') return print((await applyMigrations(url)).join('\n') || 'nothing to apply')
  if (act === 'status')
    return print(
      JSON.stringify(
        await (
          await openEngine(url)
        ).diagnoseMigrationHistory({
          migrationsList: migrationsList(),
          optInToShadowDatabase: false,
          filters,
        }),
        null,
        2,
      ),
    )
  if (act === 'new' && what) return print(await newMigration(url, what))
  return fail('usage: engine.ts apply | status | new "<what>"')
}

const print = (line: string): void => void process.stdout.write(`${line}\n`)
const fail = (line: string): void => {
  process.stderr.write(`${line}\n`)
  process.exitCode = 1
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(process.argv.slice(2)).catch((error: unknown) => fail(sentence(error, true)))
  process.exit()
}
