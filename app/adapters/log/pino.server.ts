import { pino, type DestinationStream, type Logger } from 'pino'
import type { Log } from '#app/services/ports.ts'
import { redacted } from './redact.ts'

export type LogSettings = {
  readonly level: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  /** Standard output unless a test listens. */
  readonly destination?: DestinationStream
}

function wrap(logger: Logger): Log {
  return {
    debug: (fields, message) => logger.debug(redacted(fields), redacted(message)),
    info: (fields, message) => logger.info(redacted(fields), redacted(message)),
    warn: (fields, message) => logger.warn(redacted(fields), redacted(message)),
    error: (fields, message) => logger.error(redacted(fields), redacted(message)),
    child: (fields) => wrap(logger.child(redacted(fields))),
  }
}

/** One JSON object a line, secrets removed, no character that could draw a second line or move a terminal (T41). */
export function createLog(settings: LogSettings): Log {
  const options = {
    level: settings.level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  }
  return wrap(settings.destination === undefined ? pino(options) : pino(options, settings.destination))
}
