/** The build that made this page: with another one the shell page is fetched anew. */
const buildOf = (page: Window): string =>
  (page as Window & { readonly __remixManifest?: { readonly version?: string } }).__remixManifest?.version ??
  ''

/** Asks the browser to keep the page that says the network is gone (public/sw.js), once everything else has come. */
export function keepOfflineShell(): void {
  if (!('serviceWorker' in navigator)) return
  const register = (): void => {
    // A browser that refuses (a private window, no storage) shows its own page instead.
    navigator.serviceWorker.register(`/sw.js?v=${buildOf(window)}`).catch(() => undefined)
  }
  if (document.readyState === 'complete') register()
  else window.addEventListener('load', register, { once: true })
}
