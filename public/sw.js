// Answers a page that the network did not bring with one that says so. It keeps that page, in each language, with the
// style sheets and faces it names, and nothing else: no page of anybody's work ever enters a cache (R6).
const CACHE = `offline-${new URL(self.location.href).searchParams.get('v') ?? ''}`
const LANGUAGES = ['ar', 'fr', 'zgh', 'en']
const pageOf = (language) => `/${language}/offline`

/** Asked without cookies: the page as anybody gets it. */
async function keepPage(cache, language) {
  const answer = await fetch(pageOf(language), { credentials: 'omit', cache: 'no-cache' })
  if (!answer.ok) throw new Error(`${answer.status}`)
  const html = await answer.clone().text()
  await cache.put(pageOf(language), answer)
  const named = [...html.matchAll(/<link\b[^>]*\bhref="(\/assets\/[^"]+\.(?:css|woff2))"/g)]
  return named.map(([, address]) => address)
}

async function install() {
  const cache = await caches.open(CACHE)
  const named = await Promise.all(LANGUAGES.map((language) => keepPage(cache, language)))
  await cache.addAll([...new Set(named.flat())])
  await self.skipWaiting()
}

async function activate() {
  for (const name of await caches.keys()) if (name !== CACHE) await caches.delete(name)
  // The browser asks for the page while this script wakes up: nobody waits for it.
  await self.registration.navigationPreload?.enable()
  await self.clients.claim()
}

async function pageOrWord(event) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request))
  } catch {
    const first = new URL(event.request.url).pathname.split('/')[1] ?? ''
    const language = LANGUAGES.includes(first) ? first : 'ar'
    return (await caches.match(pageOf(language))) ?? Response.error()
  }
}

async function partOrKept(request) {
  try {
    return await fetch(request)
  } catch {
    return (await caches.match(request, { ignoreVary: true })) ?? Response.error()
  }
}

self.addEventListener('install', (event) => event.waitUntil(install()))
self.addEventListener('activate', (event) => event.waitUntil(activate()))
self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET') return
  if (request.mode === 'navigate') event.respondWith(pageOrWord(event))
  else if (['style', 'font'].includes(request.destination)) event.respondWith(partOrKept(request))
})
