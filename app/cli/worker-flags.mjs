/** Nobody waits for the worker: it gives a little speed for a third of its memory. */
export const WORKER_FLAGS = ['--optimize-for-size']
