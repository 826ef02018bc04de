// Bundles the play of the browser tests as the product's own programs are bundled: `node bundle.mjs <file>`.
import { build } from 'esbuild'

await build({
  entryPoints: ['tests/e2e/support/play-further.ts'],
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  packages: 'external',
  jsx: 'automatic',
  outfile: process.argv[2],
  sourcemap: 'linked',
  logLevel: 'warning',
})
