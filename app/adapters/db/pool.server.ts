import pg from 'pg'
import type { DbRole } from './client.server.ts'

/** The same address, with every connection opened under a database role (reliability.md R2). */
export function withRole(url: string, role: DbRole): string {
  const address = new URL(url)
  address.searchParams.set('options', `-c role=imtiyaz_${role}`)
  return address.href
}

/** A small pool outside Prisma, for what brings its own SQL (limits). */
export const openPool = (url: string, role: DbRole): pg.Pool => {
  const pool = new pg.Pool({ connectionString: withRole(url, role), max: 2, connectionTimeoutMillis: 5000 })
  pool.on('error', () => undefined) // an idle connection that the server closed; the next query opens another
  return pool
}
