import { isIPv6 } from 'node:net'
import type { Pool } from 'pg'
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible'
import { ok, refuse } from '#app/domain/kernel/result.ts'
import type { Bucket, RateLimit } from '#app/services/ports.ts'
import { sha256 } from '../crypto/digest.server.ts'

type Allowance = { readonly points: number; readonly seconds: number }
const MINUTE = 60
const DAY = 24 * 60 * MINUTE

/**
 * Account limits are low, address limits far above them: a ministry's 300 people share one address on the last day
 * (T44). At most 100 passwords are tried per account and day (T43).
 */
export const ALLOWANCES: Readonly<Record<Bucket, Allowance>> = {
  'sign-in-account': { points: 100, seconds: DAY },
  'sign-in-address': { points: 600, seconds: 15 * MINUTE },
  'reset-account': { points: 5, seconds: 60 * MINUTE },
  'reset-address': { points: 100, seconds: 60 * MINUTE },
  'second-factor': { points: 5, seconds: 15 * MINUTE },
  'register-address': { points: 100, seconds: 60 * MINUTE },
  // Letters to a mailbox whose holder nobody knows yet, whoever asks for them.
  'confirm-account': { points: 5, seconds: 60 * MINUTE },
}

/** The groups of an IPv6 address, `::` filled with zeros. */
function groupsOf(address: string): readonly string[] {
  const [before = '', after] = address.split('::')
  const groups = (text: string): string[] => text.split(':').filter(Boolean)
  const [first, last] = [groups(before), groups(after ?? '')]
  return [...first, ...Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0'), ...last]
}

/**
 * Who asks, as far as an address tells: of IPv6 the network of 64 bits, since one line is given all of its addresses
 * (RFC 6177) and could ask from another each time; an IPv4 address as itself, also written as IPv6 (RFC 4291 2.5.5.2).
 */
function askerOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined || !isIPv6(address)) return mapped ?? address
  const network = groupsOf(address).slice(0, 4)
  return network.map((group) => Number.parseInt(group, 16).toString(16)).join(':')
}

function limiterFor(bucket: Bucket, pool: Pool): RateLimiterAbstract {
  const { points, seconds } = ALLOWANCES[bucket]
  return new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    // Created by the migration: rate_limit(key text primary key, points integer, expire bigint).
    tableName: 'rate_limit',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: bucket,
    points,
    duration: seconds,
    // The database gone: each process still counts for itself, rather than not at all.
    insuranceLimiter: new RateLimiterMemory({ keyPrefix: bucket, points, duration: seconds }),
  })
}

/** Buckets kept in PostgreSQL, shared by all processes. Keys are stored as digests: no address or e-mail at rest. */
export function createRateLimit(pool: Pool): RateLimit {
  const limiters = new Map<Bucket, RateLimiterAbstract>()
  const limiterOf = (bucket: Bucket): RateLimiterAbstract => {
    const known = limiters.get(bucket) ?? limiterFor(bucket, pool)
    limiters.set(bucket, known)
    return known
  }
  const keyOf = (bucket: Bucket, key: string): string =>
    sha256((bucket.endsWith('-address') ? askerOf(key.trim()) : key.trim()).toLowerCase()).slice(0, 40)
  return {
    spend: async (bucket, key) => {
      try {
        const { remainingPoints } = await limiterOf(bucket).consume(keyOf(bucket, key))
        return ok({ left: remainingPoints })
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused
        return refuse('throttled', { retryAfterSeconds: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)) })
      }
    },
    forgive: async (bucket, key) => {
      await limiterOf(bucket).delete(keyOf(bucket, key))
    },
  }
}
