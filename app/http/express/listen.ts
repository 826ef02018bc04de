import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { Server as PortServer, type Socket } from 'node:net'

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
/** A connection that is idle stays open this long: its next request may be on its way, and hears that it is the last. */
const NEXT_REQUEST = 1000
/** A connection that fell idle after that is closed this soon. */
const SWEEP = 50

export type WebServer = {
  readonly server: Server
  /** Takes no more connections and lets the requests under way finish; resolves when none is left. */
  readonly drained: () => Promise<void>
}

export function createWebServer(web: RequestListener, limits: Partial<Limits> = {}): WebServer {
  const server = createServer({ ...LIMITS, ...limits }, web)
  const open = new Set<Socket>()
  const answers = new Set<ServerResponse>()
  let isLeaving = false
  server.on('connection', (socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
  server.prependListener('request', (_request, answer) => {
    if (isLeaving) return sayLast(answer)
    answers.add(answer)
    answer.once('close', () => answers.delete(answer))
  })
  const drained = (): Promise<void> => {
    isLeaving = true
    answers.forEach(sayLast)
    return drain(server, open)
  }
  return { server, drained }
}

/** Who asked sends nothing more over this connection: a request that met its end would be lost. */
function sayLast(answer: ServerResponse): void {
  if (!answer.headersSent) answer.setHeader('connection', 'close')
}

async function drain(server: Server, open: ReadonlySet<Socket>): Promise<void> {
  // The port alone: a web server's own way also cuts the connections that are idle.
  if (server.listening) PortServer.prototype.close.call(server)
  const began = performance.now()
  while (open.size > 0) {
    const waited = performance.now() - began
    if (waited > LAST_REQUESTS) server.closeAllConnections()
    else if (waited > NEXT_REQUEST) server.closeIdleConnections()
    await new Promise((resolve) => setTimeout(resolve, SWEEP))
  }
}

/** The process that holds the port and hands its connections out (app/cli/web-processes.mjs). */
type Parent = {
  readonly on: (event: 'message', hear: (told: unknown, socket: Socket | undefined) => void) => unknown
  readonly send: (told: 'closed' | 'leaving') => unknown
}

/**
 * Serves connections that the parent process hands over, under the same bounds as those of a port of its own. Returns
 * how to part from it: it is told that we leave, and answers when nothing that it handed over is on its way any more.
 */
export function serveHanded(server: Server, parent: Parent): () => Promise<void> {
  const parted = Promise.withResolvers<void>()
  // From this event on Node counts the times of connections, and no port is opened here that would bring it.
  server.emit('listening')
  parent.on('message', (told, socket) => {
    if (told === 'parted') return parted.resolve()
    if (told !== 'connection') return
    // It was closed on its way here.
    if (!socket) return void parent.send('closed')
    socket.once('close', () => parent.send('closed'))
    server.emit('connection', socket)
    socket.resume()
  })
  return () => {
    parent.send('leaving')
    return parted.promise
  }
}
