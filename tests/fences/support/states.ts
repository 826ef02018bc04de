import type { TestContext } from '#tests/support/context.ts'
import type { TestDb } from '#tests/support/db.ts'
import { someDoors } from './doors.ts'
import { someFiles } from './files.ts'
import { someOffices } from './offices.ts'
import { aPreparedRelease } from './prepared-release.ts'
import { someReleases } from './releases.ts'
import { someRooms } from './rooms.ts'
import { whatWaits } from './waiting.ts'
import { aWorld } from './world.ts'

/** The world, and beside it each state in which a page asks somebody for an act that the world itself does not ask for. */
export async function aWorldOfStates(test: TestDb, context: TestContext) {
  const { campaign, give } = await aPreparedRelease(test, context)
  const world = await aWorld(test, context.files)
  await give(world)
  await whatWaits(world)
  const states = {
    rooms: await someRooms(world, test),
    files: await someFiles(world, test, context.crypto),
    doors: await someDoors(world, test, context.crypto),
    offices: await someOffices(world, test),
    releases: [campaign.id, ...(await someReleases(world))],
  }
  return { world, states }
}
export type States = Awaited<ReturnType<typeof aWorldOfStates>>['states']
