import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import { expect, it } from 'vitest'
import { untilGone } from '#app/cli/postgres-process.mjs'

it('a process that ended is gone, though nobody asked about its end', async () => {
  const parent = spawn('sh', ['-c', 'sleep 0.2 & echo $!; exec sleep 60'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const [line] = (await once(parent.stdout, 'data')) as [Buffer]
    const pid = Number(line.toString())
    await untilGone(pid)
    expect(fs.readFileSync(`/proc/${pid}/stat`, 'latin1')).toMatch(/ Z /)
  } finally {
    parent.kill('SIGKILL')
  }
})
