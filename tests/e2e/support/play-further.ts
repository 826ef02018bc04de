import { settlePastLetters } from '#app/adapters/db/past-letters.ts'
import { UNHURRIED } from '#app/adapters/db/client.server.ts'
import { awardNow } from '#app/adapters/db/transaction.server.ts'
import { buildContext } from '#app/context.server.ts'
import { readEnv } from '#app/env.server.ts'
import { daysAfter, legalYear } from '#prisma/seed/demonstration/calendar.ts'
import { concludeMinutes } from '#prisma/seed/play/release.ts'
import { moveClock, type Stage } from '#prisma/seed/play/stage.ts'
import {
  admit,
  begin,
  castNow,
  close,
  decideAll,
  enter,
  giveBody,
  refuse,
  score,
  small,
} from './small-campaign.ts'

/**
 * Small campaigns that the demonstration does not have: one whose nominations are closed, so that clerks can decide, and
 * one file of it refused, so that its signatory can appeal; one whose scores are closed, so that a jury can meet; one
 * whose prizes are decided and whose minutes are signed, so that they can be released; and one whose meeting is over and
 * has no minutes yet, so that a dissent can be asked for. The template screens until day 66 and meets on day 102.
 */
const env = readEnv()
const ctx = await buildContext({ ...env, LOG_LEVEL: 'warn' }, { poolSize: 4, limits: UNHURRIED })
const stage: Stage = { ctx, ownerUrl: env.DATABASE_URL, seed: 41 }
const cast = await castNow(stage)
const now = await awardNow(ctx.db.office)
// References are numbered by year: campaigns of years that have no other disturb none.
const year = legalYear(now)

const screened = small(now, 50, 'جائزة للفحص', 'Prix à vérifier')
const closed = await begin(stage, cast, screened, { slug: 'essai-recevabilite', year: year - 4 })
await enter(closed)
const [refused = ''] = await enter(closed, [15], 'Signataire en recours')
await close(closed)
await refuse(closed, refused, daysAfter(now, -1))

/** Each is played twice: the second is decided and released by people whose browsers run no script. */
for (const [older, without] of [
  [0, ''],
  [3, ' sans script'],
] as const) {
  const slug = without.replaceAll(' ', '-')
  const met = small(now, 103, 'جائزة للتداول', `Prix à délibérer${without}`)
  const scored = await begin(stage, cast, met, { slug: `essai-deliberation${slug}`, year: year - 3 - older })
  const scoredFiles = await enter(scored)
  await close(scored)
  await admit(scored, scoredFiles)
  await score(scored, scoredFiles)

  const released = small(now, 103, 'جائزة للنشر', `Prix à publier${without}`)
  const decided = await begin(stage, cast, released, {
    slug: `essai-publication${slug}`,
    year: year - 2 - older,
  })
  const decidedFiles = await enter(decided)
  await close(decided)
  await admit(decided, decidedFiles)
  await score(decided, decidedFiles)
  await concludeMinutes(stage, cast, await decideAll(decided, decidedFiles))
}

const oneSlot = small(now, 103, 'جائزة بلوحة المفاتيح', 'Prix au clavier')
const typed = await begin(
  stage,
  cast,
  { ...oneSlot, categories: oneSlot.categories.map((one) => ({ ...one, slots: one.slots.slice(0, 1) })) },
  { slug: 'essai-clavier', year: year - 8 },
)
const typedFiles = await enter(typed)
await close(typed)
await admit(typed, typedFiles)
await score(typed, typedFiles)

const recorded = await begin(stage, cast, small(now, 103, 'جائزة للتدوين', 'Prix à consigner'), {
  ...{ slug: 'essai-consignation', year: year - 7 },
})
const recordedFiles = await enter(recorded)
await close(recorded)
await admit(recorded, recordedFiles)
await score(recorded, recordedFiles)
await decideAll(recorded, recordedFiles)

await moveClock(stage, null)
/** An administration may enter so many services: those who apply in other ways do it for others. */
for (const fr of ['Office au clavier', 'Office sans script'])
  await giveBody(stage, cast, { fr, ar: `مكتب تجريبي: ${fr}` })

await settlePastLetters(ctx.db.office, 1)
process.exit(0)
