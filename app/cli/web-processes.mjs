// The web processes of one installation, which take the connections of one port in turn.
import cluster from 'node:cluster'
import os from 'node:os'

/** Beyond these, more processes would only hold more memory and connections. */
const MOST = 16

/**
 * How many: WEB_PROCESSES, or two where there are two cores: then a page that is drawn holds up nobody else's, and a
 * small machine is used whole. The product keeps no state in a process.
 */
export function webProcesses(text) {
  if (!text) return Math.min(2, os.availableParallelism())
  const count = Number(text)
  if (!/^\d+$/.test(text) || count < 1 || count > MOST)
    throw new Error(`WEB_PROCESSES is ${text}: a number from 1 to ${MOST} is needed.`)
  return count
}

/**
 * Starts one more, which says by a message that it serves. It is told how many there are (`env.WEB_PROCESSES`), since
 * they share the connections that the database allows. This process must stay: it hands out what arrives at the port.
 */
export function startWeb(file, { env, flags, cwd }) {
  cluster.schedulingPolicy = cluster.SCHED_RR
  cluster.setupPrimary({ exec: file, execArgv: flags, cwd, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  return cluster.fork(env).process
}
