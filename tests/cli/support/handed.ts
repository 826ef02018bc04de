import { createWebServer, serveHanded } from '#app/http/express/listen.ts'

/** A web process that says its own number; `/slow` takes a while. Its connections wait hardly for their headers. */
const { server, drained } = createWebServer(
  (request, response) =>
    void setTimeout(() => response.end(String(process.pid)), request.url === '/slow' ? 300 : 0),
  { headersTimeout: 300, connectionsCheckingInterval: 50 },
)
const send = (told: unknown): void => void (process.connected && process.send?.(told))
const part = serveHanded(server, { on: (event, hear) => process.on(event, hear), send })
process.once('SIGTERM', () => {
  void part()
    .then(drained)
    .then(() => process.exit(0))
})
send({ origin: 'of this test' })
