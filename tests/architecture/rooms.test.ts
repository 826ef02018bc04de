import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** A planted violation for each closed door: rule → files of a small house of its own. */
const PROBES: Record<string, Record<string, string>> = {
  'no-circular': {
    'app/domain/a.ts': `import './b.ts'\nexport {}`,
    'app/domain/b.ts': `import './a.ts'\nexport {}`,
  },
  'no-unresolvable': { 'app/domain/a.ts': `import './nowhere.ts'` },
  'no-undeclared-package': { 'app/adapters/x/a.ts': `import 'undeclared-package'` },
  'no-test-code-in-app': { 'app/domain/a.ts': `import '#tests/t.ts'`, 'tests/t.ts': 'export {}' },
  'domain-is-pure': { 'app/domain/a.ts': `import 'node:fs'` },
  'forms-know-domain-only': { 'app/forms/a.ts': `import '#app/i18n/b.ts'`, 'app/i18n/b.ts': 'export {}' },
  'i18n-is-low': { 'app/i18n/a.ts': `import '#app/forms/b.ts'`, 'app/forms/b.ts': 'export {}' },
  'services-stay-inside': {
    'app/services/n/a.ts': `import '#app/queries/b.ts'`,
    'app/queries/b.ts': 'export {}',
  },
  'one-use-case-one-room': {
    'app/services/n/a.ts': `import '../m/b.ts'`,
    'app/services/m/b.ts': 'export {}',
  },
  'queries-stay-inside': {
    'app/queries/a.ts': `import '#app/services/n/b.ts'`,
    'app/services/n/b.ts': 'export {}',
  },
  'adapters-serve-no-room': {
    'app/adapters/x/a.ts': `import '#app/services/n/b.ts'`,
    'app/services/n/b.ts': 'export {}',
  },
  'ui-is-client-safe': { 'app/ui/a.ts': `import '#app/queries/b.ts'`, 'app/queries/b.ts': 'export {}' },
  'http-knows-no-feature': { 'app/http/a.ts': `import '#app/ui/b.ts'`, 'app/ui/b.ts': 'export {}' },
  'routes-do-not-touch-adapters': {
    'app/routes/a.ts': `import '#app/adapters/x/b.ts'`,
    'app/adapters/x/b.ts': 'export {}',
  },
  'routes-do-not-import-routes': { 'app/routes/a.ts': `import './b.ts'`, 'app/routes/b.ts': 'export {}' },
  'only-db-and-queries-see-prisma': {
    'app/services/n/a.ts': `import '#app/adapters/db/generated/probe.ts'`,
    'app/adapters/db/generated/probe.ts': 'export {}',
  },
  'only-one-room-per-vendor': { 'app/services/n/a.ts': `import 'pg'` },
  'emails-are-pure-jsx': { 'emails/a.ts': `import '#app/http/b.ts'`, 'app/http/b.ts': 'export {}' },
  'only-composition-root-builds-adapters': {
    'app/services/n/a.ts': `import '#app/adapters/mail/b.ts'`,
    'app/adapters/mail/b.ts': 'export {}',
  },
  'verifier-stands-alone': {
    'app/verifier/a.ts': `import '#app/domain/b.ts'`,
    'app/domain/b.ts': 'export {}',
  },
}

/** Vendors besides the one of the probe above, each of which has its one room too. */
const VENDORS = ['highs']
const vendorProbe = (vendor: string) => ({ 'app/services/n/a.ts': `import '${vendor}'` })

/** Files of a probe under names that no other probe has: `a.ts` is `a-<probe>.ts`. */
const named = (probe: string, files: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(files).map((entry) =>
      entry.map((text) => text.replace(/\b([abt])\.ts/g, `$1-${probe}.ts`)),
    ),
  )

const house = path.resolve('.data/probes')
type Violation = { readonly from: string; readonly rule: { readonly name: string } }
const cruise = (folder: string): readonly Violation[] => {
  const words = ['app', 'emails', '--config', 'cruiser.cjs', '--output-type', 'json']
  const tool = path.resolve('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const stdout = execFileSync(process.execPath, [tool, ...words], {
    cwd: folder,
    encoding: 'utf8',
    stdio: 'pipe',
  })
  return (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations
}

function plant(name: string, files: Record<string, string>): string {
  const folder = path.join(house, name)
  for (const [file, text] of Object.entries({
    'app/domain/quiet.ts': 'export {}',
    'emails/quiet.ts': 'export {}',
    ...files,
  })) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    fs.writeFileSync(path.join(folder, file), text)
  }
  const { imports } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as { imports: object }
  const declared = { name: 'probe', type: 'module', imports, dependencies: { pg: '*', highs: '*' } }
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify(declared))
  fs.copyFileSync('tsconfig.json', path.join(folder, 'tsconfig.json'))
  const config = fs.readFileSync('.dependency-cruiser.cjs', 'utf8')
  fs.writeFileSync(path.join(folder, 'cruiser.cjs'), config)
  for (const vendor of ['pg', ...VENDORS, 'undeclared-package']) {
    fs.mkdirSync(path.join(folder, 'node_modules', vendor), { recursive: true })
    fs.writeFileSync(
      path.join(folder, 'node_modules', vendor, 'package.json'),
      `{"name":"${vendor}","main":"i.js"}`,
    )
    fs.writeFileSync(path.join(folder, 'node_modules', vendor, 'i.js'), '')
  }
  return folder
}

/** One house with every planted violation in it: a probe looks only at what its own files are blamed for. */
const wicked = Object.assign(
  {},
  ...Object.entries(PROBES).map(([rule, files]) => named(rule, files)),
  ...VENDORS.map((vendor) => named(`vendor-${vendor}`, vendorProbe(vendor))),
) as Record<string, string>
const blamed = (violations: readonly Violation[], probe: string): string[] =>
  violations.filter(({ from }) => from.endsWith(`-${probe}.ts`)).map(({ rule }) => rule.name)

describe('the rooms', () => {
  let violations: readonly Violation[]
  beforeAll(() => {
    fs.rmSync(house, { recursive: true, force: true })
    violations = cruise(plant('wicked', wicked))
  })
  afterAll(() => fs.rmSync(house, { recursive: true, force: true }))

  it('have a probe for each rule', async () => {
    const { default: config } = (await import('../../.dependency-cruiser.cjs')) as {
      default: { forbidden: { name: string }[] }
    }
    expect(Object.keys(PROBES).sort()).toEqual(config.forbidden.map((rule) => rule.name).sort())
  })

  it('let a quiet house pass', () => expect(cruise(plant('quiet', {}))).toEqual([]))

  it.each(Object.keys(PROBES))('close the door %s', (rule) => {
    expect(blamed(violations, rule)).toContain(rule)
  })

  it.each(VENDORS)('keep %s to its room', (vendor) => {
    expect(blamed(violations, `vendor-${vendor}`)).toContain('only-one-room-per-vendor')
  })
})
