import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

/**
 * What every work page is made of comes in two pieces, what changes with us and what does not: in fifty pieces of some
 * hundred bytes, each with a request and a hint in the head of every page, it is slow on a slow line and long to draw.
 */
const PIECES = [
  [
    'frame',
    /\/node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|@remix-run|turbo-stream)\//,
  ],
  ['kit', /\/app\/(ui\/(primitives|patterns|shells)|i18n(?!\/messages)|http\/paths|domain\/kernel)[/.]/],
] as const
const pieceOf = (id: string): string | undefined =>
  id.includes('.server') ? undefined : PIECES.find(([, of]) => of.test(id))?.[0]

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    remix({
      // app/cli/build.mjs builds beside what is in use, then switches.
      buildDirectory: process.env['BUILD_FOLDER'] ?? 'build',
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        // Off on purpose: one anonymous GET on /__manifest could hold the event loop (reliability.md section 0, finding 4).
        v3_lazyRouteDiscovery: false,
      },
    }),
  ],
  build: {
    target: 'es2020',
    sourcemap: false,
    assetsInlineLimit: 0,
    ...(isSsrBuild === true ? {} : { rollupOptions: { output: { manualChunks: pieceOf } } }),
  },
  ssr: { noExternal: [] },
}))
