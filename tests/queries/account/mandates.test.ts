import { beforeAll, describe, expect, it } from 'vitest'
import { supervisingBodies } from '#app/queries/account/administrations.ts'
import { myMandates } from '#app/queries/account/mandates.ts'
import { identityContext } from '#tests/services/account/stage.ts'
import { testDb } from '#tests/support/db.ts'
import { createGiven, GIVEN_OPENING } from '#tests/support/given.ts'

const test = await testDb()
const { db } = identityContext(test)
const given = createGiven(test)
const reader = await given.actor((await given.person()).id)

const body = (fr: string, ar: string, state = 'approved') => given.administration({ name: { fr, ar }, state })
const found = async (asked: string): Promise<string[]> =>
  ((await myMandates(db, reader, asked)).found?.rows ?? []).map(({ name }) => name.fr ?? '')

beforeAll(async () => {
  await test.setNow(GIVEN_OPENING)
  await body('Agence de l’équité numérique', 'وكالة الإنصاف الرقمي')
  await body('Régie d’assainissement', 'وكالةٌ مستقلّة للتطهير')
  await body('Agence du littoral 100%', 'وكالة السّاحل')
  await body('Agence à venir', 'وكالة منتظرة', 'requested')
  await body('Agence écartée', 'وكالة مبعدة', 'refused')
})

describe('the search of administrations', () => {
  it.each([
    ['EQUITE', ['Agence de l’équité numérique']],
    ['numérique agence', ['Agence de l’équité numérique']],
    ["l'equite", ['Agence de l’équité numérique']],
    ['وكاله الانصاف', ['Agence de l’équité numérique']],
    ['مستقله', ['Régie d’assainissement']],
    ['السَّــاحِل', ['Agence du littoral 100%']],
    ['%', []],
    ['_', []],
    ['agence_littoral', ['Agence du littoral 100%']],
    ['\u0000', []],
    ['venir', []],
    ['écartée', []],
  ])('finds by «%s», whatever accents and letter forms, approved bodies only', async (asked, names) => {
    expect(await found(asked)).toEqual(names)
  })

  it('says nothing when nothing is asked', async () => {
    expect((await myMandates(db, reader, ' ')).found).toBeNull()
  })

  it('shows twenty at most, public columns only, in as many statements for one as for thirty', async () => {
    await body('Commune de Tafilalt', 'جماعة تافيلالت')
    test.countQueries()
    await myMandates(db, reader, 'tafilalt')
    const few = test.countQueries().total
    for (let number = 1; number < 30; number += 1)
      await body(`Commune de Tafilalt ${number}`, `جماعة ${number}`)
    const many = (await myMandates(db, reader, 'tafilalt')).found
    expect(test.countQueries().total).toBe(few)
    expect([many?.rows.length, many?.more]).toEqual([20, true])
    expect(Object.keys(many?.rows[0] ?? {}).sort()).toEqual(['acronym', 'id', 'name', 'type'])
  })
})

describe('my mandates', () => {
  it('shows own ones with where they stand, an expired one as ended at the very instant', async () => {
    const { id } = await given.person()
    const own = async (
      state: 'requested' | 'active' | 'refused' | 'revoked',
      expiresAt?: typeof GIVEN_OPENING,
    ) =>
      given.mandate({
        person: id,
        administration: (await given.administration()).id,
        state,
        ...(expiresAt === undefined ? {} : { expiresAt }),
      })
    await own('requested')
    await own('refused')
    await own('revoked')
    const live = await own('active')
    const ended = await own('active', GIVEN_OPENING)
    const waiting = await given.administration({ state: 'requested' })
    const first = await given.mandate({ person: id, administration: waiting.id, state: 'requested' })
    const { mandates } = await myMandates(db, await given.actor(id), '')
    const standing = new Map(mandates.map((one) => [one.id, one.standing]))
    expect([...standing.values()].sort()).toEqual([
      'active',
      'ended',
      'refused',
      'requested',
      'requested',
      'revoked',
    ])
    expect([standing.get(live.id), standing.get(ended.id)]).toEqual(['active', 'ended'])
    expect(mandates.find((one) => one.id === first.id)?.bodyAwaited).toBe(true)
    expect((await myMandates(db, reader, '')).mandates).toEqual([])
  })
})

describe('supervising bodies', () => {
  it('are approved and may supervise', async () => {
    const ministry = await given.administration({ type: 'ministry' })
    await given.administration({ type: 'ministry', state: 'requested' })
    await given.administration({ type: 'agency' })
    expect((await supervisingBodies(db)).map(({ id }) => id)).toEqual([ministry.id])
  })
})
