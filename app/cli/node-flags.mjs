import path from 'node:path'
import { pathToFileURL } from 'node:url'

/** Flags of a process whose stacks shall name our sources; `root` is the folder of package.json. */
export const ownStacks = (root) => [
  '--import',
  pathToFileURL(path.join(root, 'app/cli/source-maps.mjs')).href,
]

/**
 * How much memory the two processes may spend on speed. The web process has room for what the pages under way need, so
 * that little of it is taken for long-lived, and lets the rest grow by little. It collects alone: as many processes as
 * processors have no helpers to spare. Nobody waits for the worker at all.
 */
export const WEB_FLAGS = ['--max-semi-space-size=16', '--heap-growing-percent=40', '--no-parallel-scavenge']
export const WORKER_FLAGS = ['--optimize-for-size']

/**
 * The environment of both. glibc gives each thread a heap of its own and keeps what is free in every one of them: some
 * twelve megabytes a process, for threads that hardly ever ask for memory at the same time.
 */
export const ONE_HEAP = { MALLOC_ARENA_MAX: '1' }

/** The own PostgreSQL of one installation: its web processes and worker open at most some eighty connections. */
export const ONE_INSTALLATION = { max_connections: '100', shared_buffers: '32MB', jit: 'off' }
