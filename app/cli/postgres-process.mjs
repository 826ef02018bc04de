// The process of a PostgreSQL server, whoever began it: whether it runs, when it is gone, its end.
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** One that ended and whose end nobody asked about: in a bare container nobody asks about the children of those who left. */
function isOver(pid) {
  try {
    return /\) Z /.test(fs.readFileSync(`/proc/${pid}/stat`, 'latin1'))
  } catch {
    return false
  }
}

const isAlive = (pid) => {
  try {
    process.kill(pid, 0)
    return !isOver(pid)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** A server left behind by a `kill -9` of its starter is adopted. */
export function leftBehind(data) {
  const file = path.join(data, 'postmaster.pid')
  if (!fs.existsSync(file)) return null
  const lines = fs.readFileSync(file, 'utf8').split('\n')
  const pid = Number(lines[0])
  const command = fs.existsSync(`/proc/${pid}/cmdline`)
    ? fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    : data
  return isAlive(pid) && command.includes(data) ? { pid, port: Number(lines[3]) } : null
}

/** Of a server that another process began there is no word when it ends: it is looked for. */
export const untilGone = (pid) =>
  new Promise((resolve) => {
    const looking = setInterval(() => {
      if (isAlive(pid)) return
      clearInterval(looking)
      resolve()
    }, 500)
    looking.unref()
  })

export async function stopServer(pid) {
  if (!isAlive(pid)) return
  process.kill(pid, 'SIGINT') // fast shutdown: roll back, disconnect, checkpoint
  for (let i = 0; i < 200 && isAlive(pid); i += 1) await wait(50)
  if (isAlive(pid)) process.kill(pid, 'SIGQUIT')
}
