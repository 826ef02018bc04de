import { beforeAll, describe, expect, it } from 'vitest'
import { declarationGate } from '#app/queries/jury/declaration-gate.ts'
import { must } from '#tests/services/deliberation/a-meeting.ts'
import { aPanel, type Juror } from '#tests/services/scoring/a-panel.ts'
import { testContext, type TestContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'

let test: TestDb
let ctx: TestContext
let panel: Awaited<ReturnType<typeof aPanel>>
beforeAll(async () => {
  test = await testDb()
  ctx = await testContext(test)
  panel = await aPanel(test)
})

const seatedAs = async (email: string, name = 'Membre'): Promise<Juror> => {
  const person = await panel.given.person({ email, name })
  const { id: seatId } = await panel.given.seat({ campaign: panel.campaign.id, person: person.id })
  return { actor: await panel.given.actor(person.id), seatId, personId: person.id }
}
const hintsOf = async (juror: Juror, nominationId: string) => {
  const { page } = must(
    await declarationGate(ctx, juror.actor, { campaignId: panel.campaign.id, after: null }),
  )
  return page.rows.find((row) => row.nominationId === nominationId)?.hints
}
/** A file, and somebody who acts for its administration under this address. */
const fileOf = async (email: string) => {
  const file = await panel.file()
  const { id } = await panel.given.person({ email })
  await panel.given.mandate({ person: id, administration: file.administration })
  return file
}

describe('the hints beside a file that is not declared yet', () => {
  it('name a mail domain that the juror shares with somebody of the file, and no mail service of everybody', async () => {
    const near = await fileOf('chef.projet@agence-une.example')
    const open = await fileOf('equipe@gmail.com')
    const juror = await seatedAs('membre@agence-une.example')
    const free = await seatedAs('autre.membre@gmail.com')
    expect(await hintsOf(juror, near.id)).toEqual(['same-mail-domain'])
    expect(await hintsOf(juror, open.id)).toEqual([])
    expect(await hintsOf(free, open.id)).toEqual([])
  })

  it('count those of a partner as well', async () => {
    const partner = await panel.given.administration()
    const { id } = await panel.given.person({ email: 'service@partenaire.example' })
    await panel.given.mandate({ person: id, administration: partner.id })
    const file = await panel.file()
    await panel.given.insert('nomination_partner', {
      ...{ id: ctx.ids.rowId(), nomination_id: file.id, administration_id: partner.id },
      ...{ name: { fr: 'Partenaire' }, position: 1 },
    })
    const juror = await seatedAs('membre@partenaire.example')
    expect(await hintsOf(juror, file.id)).toEqual(['same-mail-domain'])
  })

  it('say that the person is of the file: by a mandate, or by the name in its team', async () => {
    const own = await panel.file()
    const named = await panel.file()
    const juror = await seatedAs('amal@une-adresse.example', 'Amal Benomar')
    await panel.given.mandate({ person: juror.personId, administration: own.administration })
    await panel.given.insert('answer', {
      ...{
        nomination_id: named.id,
        field: 'team',
        version: 1,
        updated_by: juror.personId,
        updated_at: new Date(),
      },
      value: JSON.stringify([{ name: ' amal benomar ', position: 'Cheffe de projet', part: 'Conduite' }]),
    })
    expect(await hintsOf(juror, own.id)).toEqual(['same-mail-domain', 'same-person'])
    expect(await hintsOf(juror, named.id)).toEqual(['same-person'])
    const other = await seatedAs('autre@ailleurs.example', 'Autre Membre')
    expect(await hintsOf(other, own.id)).toEqual([])
    expect(await hintsOf(other, named.id)).toEqual([])
  })

  it('hold no address, and the function answers nobody about a campaign of others', async () => {
    const near = await fileOf('chef@secret-domaine.example')
    const juror = await seatedAs('membre@secret-domaine.example')
    const gate = await declarationGate(ctx, juror.actor, { campaignId: panel.campaign.id, after: null })
    expect(JSON.stringify(gate)).not.toContain('secret-domaine')
    const stranger = (await panel.given.person({ email: 'x@secret-domaine.example' })).id
    const asked = await ctx.db.jury.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT set_config('app.user', ${stranger}, true)`
      return tx.$queryRaw<unknown[]>`SELECT * FROM jury_ties(ARRAY[${near.id}::uuid])`
    })
    expect(asked).toEqual([])
  })
})
