import { createServer, type RequestListener, type Server } from 'node:http'
import type { Socket } from 'node:net'

/** Bounds of a connection: 16 KiB of headers within 15 s, a whole request within five minutes (T31, T58). */
const LIMITS = {
  requestTimeout: 300_000,
  headersTimeout: 15_000,
  keepAliveTimeout: 20_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16_384,
}
type Limits = typeof LIMITS

/** How long the requests under way may take when the process is asked to leave. */
const LAST_REQUESTS = 15_000
/** A connection that fell idle meanwhile is closed this soon. */
const SWEEP = 50

export type WebServer = {
  readonly server: Server
  /** Takes no more connections and lets the requests under way finish; resolves when none is left. */
  readonly drained: () => Promise<void>
}

export function createWebServer(web: RequestListener, limits: Partial<Limits> = {}): WebServer {
  const server = createServer({ ...LIMITS, ...limits }, web)
  const open = new Set<Socket>()
  server.on('connection', (socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
  return { server, drained: () => drain(server, open) }
}

async function drain(server: Server, open: ReadonlySet<Socket>): Promise<void> {
  if (server.listening) server.close()
  const until = performance.now() + LAST_REQUESTS
  while (open.size > 0) {
    if (performance.now() < until) server.closeIdleConnections()
    else server.closeAllConnections()
    await new Promise((resolve) => setTimeout(resolve, SWEEP))
  }
}

/** The process that holds the port and hands its connections out (app/cli/web-processes.mjs). */
type Parent = {
  readonly on: (event: 'message', hear: (told: unknown, socket: Socket | undefined) => void) => unknown
  readonly send: (told: 'closed') => unknown
}

/** Serves connections that the parent process hands over, under the same bounds as those of a port of its own. */
export function serveHanded(server: Server, parent: Parent): void {
  // From this event on Node counts the times of connections, and no port is opened here that would bring it.
  server.emit('listening')
  parent.on('message', (told, socket) => {
    if (told !== 'connection') return
    // It was closed on its way here.
    if (!socket) return void parent.send('closed')
    socket.once('close', () => parent.send('closed'))
    server.emit('connection', socket)
    socket.resume()
  })
}
