import { createServer, type RequestListener, type Server } from 'node:http'

/** Bounds of a connection: 16 KiB of headers within 15 s, a whole request within five minutes (T31, T58). */
const LIMITS = {
  requestTimeout: 300_000,
  headersTimeout: 15_000,
  keepAliveTimeout: 20_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16_384,
} as const

export const createWebServer = (web: RequestListener): Server => createServer(LIMITS, web)
