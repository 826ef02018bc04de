import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

export default defineConfig({
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
  build: { target: 'es2020', sourcemap: false, assetsInlineLimit: 0 },
  ssr: { noExternal: [] },
})
