// `npm ci` on behalf of `npm start`. Plain JavaScript: runs on any Node >= 20.19 with nothing installed.
import { spawn } from 'node:child_process'
import { installTrouble, sentence } from './troubles.mjs'

const FULL = /ENOSPC|EDQUOT/
/** What npm says of every package that expects a newer Node than the one that only starts us, and of its own news. */
const NOISE = /^npm (warn|notice)/

/**
 * Installs the packages of `root`. Resolves to null, or to the sentence of what went wrong. On a full disk npm only
 * warns, goes on with packages cut short and may even succeed: it is stopped at the first such word.
 */
export function install(root) {
  const detached = process.platform !== 'win32' // a group of its own, so that its scripts stop with it
  const child = spawn('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=warn'], {
    cwd: root,
    detached,
    stdio: ['ignore', 'inherit', 'pipe'],
  })
  const end = () => {
    try {
      process.kill(detached ? -child.pid : child.pid, 'SIGKILL')
    } catch {
      // It has ended by itself meanwhile.
    }
  }
  const leave = (signal) => {
    end()
    process.exit(signal === 'SIGINT' ? 130 : 143)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, leave)
  let words = ''
  child.stderr.setEncoding('utf8').on('data', (piece) => {
    words += piece
    if (FULL.test(words)) end()
  })
  return new Promise((resolve) => {
    const settle = (trouble) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, leave)
      resolve(trouble)
    }
    child.once('error', (error) => settle(sentence(error)))
    child.once('close', (code) => {
      if (FULL.test(words)) return settle(installTrouble(words))
      const told = words.split('\n').filter((line) => !NOISE.test(line))
      process.stderr.write(told.join('\n'))
      settle(code === 0 ? null : installTrouble(words))
    })
  })
}
