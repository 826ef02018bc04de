/**
 * How much memory the two processes may spend on speed. The web process collects its short-lived rubbish in smaller
 * portions, which costs no measurable time; nobody waits for the worker at all.
 */
export const WEB_FLAGS = ['--max-semi-space-size=8']
export const WORKER_FLAGS = ['--optimize-for-size']

/** The own PostgreSQL of one installation: its web process and worker open at most some forty connections. */
export const ONE_INSTALLATION = { max_connections: '60', shared_buffers: '64MB', jit: 'off' }
