import { testContext } from '#tests/support/context.ts'
import { testDb } from '#tests/support/db.ts'
import { type Heard, productionBuild, serve, type Web } from '#tests/support/web.ts'
import { patternsOf } from './addresses.ts'
import type { Body } from './bodies.ts'
import type { Found } from './every-form.ts'
import { type Declared, declaredBy } from './intents.ts'
import { aWorldOfStates } from './states.ts'
import type { Hand } from './visits.ts'

const cookieOf = ({ cookie }: Hand): Record<string, string> => (cookie === '' ? {} : { cookie })

/** Where a form is sent: it says so, or else its own page takes it. */
export const goesTo = ({ address, form }: Found): string => (form.action === '' ? address : form.action)

/** The world with its states, served as production serves it, and how a page of ours is read and a form of ours is sent. */
export async function aHouse() {
  const test = await testDb()
  const context = await testContext(test)
  const { world, states } = await aWorldOfStates(test, context)
  const build = await productionBuild()
  const web = await serve((origin) => ({ ...context, origin }), build)
  /** The same house as a demonstration: the page of its invented people is there alone. */
  const invented = await serve((origin) => ({ ...context, origin, demonstration: true }), build)
  const webOf = (id: string): Web => (id === 'routes/account/demonstration' ? invented : web)
  /** Every route that takes a post; the one that ends a session comes last. */
  const taking = Object.entries(build.routes)
    .flatMap(([id, route]) => (route?.module.action === undefined ? [] : [id]))
    .sort((a, b) => Number(a.endsWith('sign-out')) - Number(b.endsWith('sign-out')))
  /** What each of them may be asked for, as it declares it itself. */
  const declared = new Map<string, readonly Declared[]>()
  for (const id of taking) declared.set(id, await declaredBy(id))
  const read = (page: string, address: string, hand: Hand): Promise<Heard> =>
    webOf(page).ask(address, { headers: cookieOf(hand) })
  /** A post of one of our pages, or as if it were: by a hand that need not be that of the page. */
  const post = (id: string, to: string, hand: Hand, { type, body }: Body): Promise<Heard> => {
    const { ask, origin } = webOf(id)
    return ask(to, {
      method: 'POST',
      headers: {
        'content-type': type,
        origin,
        'sec-fetch-site': 'same-origin',
        ...cookieOf(hand),
      },
      body,
    })
  }
  return { test, world, states, web, patterns: patternsOf(build), taking, declared, read, post }
}
