// The web processes of one installation, and the port whose connections they are handed.
import { fork } from 'node:child_process'
import net from 'node:net'
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
 * A port and the processes behind it. Each connection goes to the process that holds the fewest: a browser or a proxy
 * keeps its connections for long, and where one process has five and another three, those five wait for each other
 * while the machine has room. `node:cluster` hands them to whoever answers first, and they stay there.
 *
 * `start` runs one more process, which says by a message that it serves; it is told how many there are
 * (`env.WEB_PROCESSES`), since they share the connections that the database allows. `open` rejects where the port is
 * taken. This process must stay: what arrives at the port arrives here.
 */
export function webPort(port, host) {
  const held = new Map()
  const waiting = []
  const listener = net.createServer({ pauseOnConnect: true }, hand)

  function hand(socket) {
    const [child] = [...held].reduce((least, next) => (next[1] < least[1] ? next : least), [null, Infinity])
    if (child === null) return void waiting.push(socket)
    held.set(child, held.get(child) + 1)
    // A process that ends in this very moment cannot take it, nor does anybody wait for the error.
    child.send('connection', socket, (error) => error && socket.destroy())
  }

  function start(file, { env, flags, cwd }) {
    const child = fork(file, ['handed'], {
      env,
      execArgv: flags,
      cwd,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    child.on('message', (told) => {
      if (told === 'closed') {
        if (held.has(child)) held.set(child, held.get(child) - 1)
      } else if (told === 'leaving') {
        held.delete(child)
        child.send('parted', () => undefined) // behind the last connection
      } else {
        held.set(child, 0)
        for (const socket of waiting.splice(0)) hand(socket)
      }
    })
    child.once('exit', () => held.delete(child))
    return child
  }

  const open = () =>
    new Promise((resolve, reject) => {
      if (listener.listening) return resolve()
      listener.once('error', reject)
      listener.listen(port, host, resolve)
    })

  const close = () => {
    for (const socket of waiting.splice(0)) socket.destroy()
    listener.close()
  }
  return { start, open, close }
}
