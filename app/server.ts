import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { demonstrationPeople } from '#app/adapters/db/people.ts'
import { buildContext } from './context.server.ts'
import { readEnv } from './env.server.ts'
import { createWeb } from './http/express/app.ts'
import { createWebServer, serveHanded } from './http/express/listen.ts'
import { publicGeneration } from './queries/public/generation.ts'

/** Connections for each database role: two processes together open hardly more than one that is alone. */
const [ALONE_POOL, SHARED_POOL] = [6, 4]

const env = readEnv()
const app = await buildContext(env, { poolSize: env.WEB_PROCESSES > 1 ? SHARED_POOL : ALONE_POOL })
const serverBuild = path.resolve('build/server/index.js')
const build = (await import(pathToFileURL(serverBuild).href)) as ServerBuild

const web = createWeb({
  context: app,
  build,
  origin: env.origin,
  client: path.resolve('build/client'),
  trustedProxy: env.TRUSTED_PROXY,
  generation: () => publicGeneration(app.db.public),
})
const { server, drained } = createWebServer(web)
let part = async (): Promise<void> => undefined
// `npm start` holds the port itself and hands each connection to one of its processes.
if (process.argv[2] === 'handed') {
  part = serveHanded(server, { on: (event, hear) => process.on(event, hear), send })
  void announce()
} else server.listen(env.PORT, env.HOST, () => void announce())

function send(told: unknown): void {
  if (process.connected) process.send?.(told)
}

async function announce(): Promise<void> {
  const people = app.demonstration ? await demonstrationPeople(app.db.applicant) : []
  send({ origin: env.origin, people: people.map((person) => `${person.email}  ${person.name}`) })
}

const alone = new Promise<void>((resolve) => process.once('disconnect', resolve))

/** Stops taking requests, lets those under way finish, closes the pools. */
async function leave(): Promise<void> {
  if (process.connected) await Promise.race([part(), alone])
  await drained()
  await app.db.close()
  process.exit(0)
}
process.once('SIGTERM', () => void leave())
process.once('SIGINT', () => void leave())
process.once('disconnect', () => void leave())
process.on('unhandledRejection', (error) => app.log.error({ err: error }, 'unhandled rejection'))
