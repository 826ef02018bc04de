import { ownBuild } from './own-build.ts'

/** Asks the browser to keep the page that says the network is gone (public/sw.js), once everything else has come. */
export function keepOfflineShell(): void {
  if (!('serviceWorker' in navigator)) return
  const register = (): void => {
    // With another build the script has another address, and the shell page is fetched anew. A browser that refuses (a private window, no storage) shows its own page instead.
    navigator.serviceWorker.register(`/sw.js?v=${ownBuild(window)}`).catch(() => undefined)
  }
  if (document.readyState === 'complete') register()
  else window.addEventListener('load', register, { once: true })
}
