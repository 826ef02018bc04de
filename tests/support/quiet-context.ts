import { createLog } from '#app/adapters/log/pino.server.ts'
import type { Context } from '#app/services/context.ts'

/** A context that reaches for nothing but the log, whose lines are kept: for the fences in front of every page. */
export function quietContext(): { readonly context: Context; readonly lines: string[] } {
  const lines: string[] = []
  const destination = { write: (line: string) => void lines.push(line) }
  const log = createLog({ level: 'debug', destination })
  return { context: { log } as unknown as Context, lines }
}
