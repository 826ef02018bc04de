// One secret for all processes of an installation; kept beside the data unless APP_SECRET names it.
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

export function appSecret(dataDir) {
  if (process.env.APP_SECRET) return process.env.APP_SECRET
  const file = path.join(dataDir, 'secret')
  fs.mkdirSync(dataDir, { recursive: true })
  if (!fs.existsSync(file)) fs.writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600 })
  return fs.readFileSync(file, 'utf8').trim()
}
