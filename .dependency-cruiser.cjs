// The rooms, as rules. One rule = one closed door; each has a probe in tests/architecture/rooms.test.ts.
const room = (...names) => `^app/(${names.join('|')})/`
const outside = (name, ...doors) => ({ path: '^(app|emails|prisma|tests)/', pathNot: [room(name), ...doors] })
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

const VENDORS =
  'nodemailer|pg-boss|pg|highs|pino|@node-rs/argon2|otpauth|rate-limiter-flexible|csv-stringify|file-type|qrcode|@resvg/[^/]+|@myriaddreamin/[^/]+'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    forbid('no-circular', 'Two files that need each other are one file or three.', {}, { circular: true }),
    forbid(
      'no-unresolvable',
      'An import must lead somewhere.',
      { pathNot: '^app/server\\.ts$' },
      { couldNotResolve: true },
    ),
    forbid(
      'no-undeclared-package',
      'Declare it in package.json.',
      {},
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    forbid(
      'no-test-code-in-app',
      'The house does not lean on its scaffolding.',
      { path: '^(app|emails|prisma)/' },
      { path: '^tests/' },
    ),
    forbid(
      'domain-is-pure',
      'Domain imports domain, nothing else: no package, no node:, no zod.',
      { path: room('domain') },
      { pathNot: room('domain') },
    ),
    forbid(
      'forms-know-domain-only',
      'Isomorphic schemas: zod and domain.',
      { path: room('forms') },
      { pathNot: [room('forms', 'domain'), '^node_modules/zod/'] },
    ),
    forbid(
      'i18n-is-low',
      'Messages know no feature.',
      { path: room('i18n') },
      outside('i18n', room('domain')),
    ),
    forbid(
      'services-stay-inside',
      'Use cases know domain, adapters/db and their ports; never HTTP, UI, React, Prisma.',
      { path: room('services') },
      {
        path: `${room('routes', 'http', 'ui', 'queries')}|^node_modules/(@remix-run|react|react-dom|@prisma)/`,
      },
    ),
    forbid(
      'one-use-case-one-room',
      'A service never calls a service of another folder.',
      { path: '^app/services/([^/]+)/' },
      { path: '^app/services/([^/]+)/', pathNot: '^app/services/$1/' },
    ),
    forbid(
      'queries-stay-inside',
      'Reads know domain and the db adapter only.',
      { path: room('queries') },
      {
        path: room('routes', 'http', 'ui', 'services', 'forms'),
        pathNot: '^app/services/(context|ports)\\.ts$',
      },
    ),
    forbid(
      'adapters-serve-no-room',
      'Adapters know domain types and their own package.',
      { path: room('adapters') },
      {
        path: room('routes', 'http', 'ui', 'services', 'queries', 'forms'),
        pathNot: '^app/services/ports\\.ts$',
      },
    ),
    forbid(
      'ui-is-client-safe',
      'Components see domain, forms, i18n and path builders; never the server rooms.',
      { path: room('ui') },
      {
        path: `${room('routes', 'services', 'queries', 'adapters')}|^app/http/(?!paths[./])|^app/(root|entry|context|env|worker)|^node:`,
      },
    ),
    forbid(
      'http-knows-no-feature',
      'Plumbing carries requests; it does not know nominations.',
      { path: room('http') },
      { path: room('routes', 'ui', 'queries') },
    ),
    forbid(
      'routes-do-not-touch-adapters',
      'A route asks a service or a query.',
      { path: room('routes') },
      { path: room('adapters') },
    ),
    forbid(
      'routes-do-not-import-routes',
      'Shared code moves down to ui/, http/ or forms/.',
      { path: room('routes') },
      { path: room('routes') },
    ),
    forbid(
      'only-db-and-queries-see-prisma',
      'The generated client has two readers.',
      { path: '^(app|emails)/', pathNot: room('adapters/db', 'queries') },
      { path: '^app/adapters/db/generated/|^node_modules/@prisma/' },
    ),
    forbid(
      'only-one-room-per-vendor',
      'Each vendor lives behind one adapter.',
      {
        path: '^(app|emails)/',
        pathNot: [room('adapters'), '^app/cli/(postgres\\.mjs$|bench|drill|check-data)'],
      },
      { path: `^node_modules/(${VENDORS})(/|$)` },
    ),
    forbid(
      'emails-are-pure-jsx',
      'Templates see i18n, domain types and react-email.',
      { path: '^emails/' },
      { path: '^app/', pathNot: [room('i18n', 'domain')] },
    ),
    forbid(
      'only-composition-root-builds-adapters',
      'Adapters are chosen in one place.',
      { path: '^app/(services|queries|http|routes|ui)/' },
      {
        path: '^app/adapters/(mail|files|scan|jobs|pdf|picture|spreadsheet|crypto|log|limit|solver)/',
        pathNot: '^app/adapters/(pdf/records|picture/port)\\.ts$',
      },
    ),
    forbid(
      'verifier-stands-alone',
      'A second implementation shares nothing with the first.',
      { path: room('verifier') },
      { path: '^(app|emails|prisma|tests)/|^node_modules/', pathNot: room('verifier') },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // The client's door stays visible, so that the rule about its readers sees who imports it.
    exclude: { path: '^app/adapters/db/generated/(?!client\\.ts|probe\\.ts)|^build/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
}
