import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig, type Plugin } from 'vite'

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

/**
 * What pages are drawn with goes into the server's own file. Left outside, Node would look into each package for its
 * names and keep the texts of their development editions, two megabytes of them; and a page costs a twentieth less.
 * All of it or none: two copies of React do not know each other's hooks.
 */
const DRAWN =
  /^(react|react-dom|react-router|react-router-dom|scheduler|turbo-stream|react-hook-form|@hookform\/resolvers|@remix-run\/(react|router)|@react-email\/[a-z]+)(\/|$)/

const escaped = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
/**
 * Server code in ASCII alone, every other sign as its escape: V8 keeps the text of a module as long as the process lives,
 * and one Arabic letter in it would double all the rest.
 */
const inAscii: Plugin = {
  name: 'in-ascii',
  apply: (_config, { isSsrBuild }) => isSsrBuild === true,
  generateBundle(_options, bundle) {
    for (const piece of Object.values(bundle))
      if (piece.type === 'chunk') piece.code = piece.code.replace(/[\u0080-\uffff]/g, escaped)
  },
}

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
    inAscii,
  ],
  ...(isSsrBuild === true ? { define: { 'process.env.NODE_ENV': '"production"' } } : {}),
  build: {
    target: 'es2020',
    sourcemap: false,
    assetsInlineLimit: 0,
    ...(isSsrBuild === true ? {} : { rollupOptions: { output: { manualChunks: pieceOf } } }),
  },
  ssr: { noExternal: DRAWN },
}))
