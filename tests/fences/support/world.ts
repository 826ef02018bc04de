import { randomUUID } from 'node:crypto'
import { DEFAULT_FORM } from '#app/domain/nomination/default-form.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import type { FileStore } from '#app/services/ports.ts'
import { aDossier } from '#tests/support/builders/dossier.ts'
import type { TestDb } from '#tests/support/db.ts'
import type { Published } from './published.ts'
import { anAppeal } from '#tests/support/appeals.ts'
import { aDesk } from './desk.ts'
import { aReceipt } from './receipts.ts'
import type { GivenCampaign } from '#tests/support/builders/given-campaign.ts'
import { createGiven, type Given } from '#tests/support/given.ts'

/** Tokens that no page may show but to those named: levels have none, so the comments stand for them. */
export const CANARY = {
  comment: 'canary-comment-7f3a91',
  remark: 'canary-remark-b2c844',
  privateNote: 'canary-private-55d0e2',
  otherJuror: 'canary-other-juror-1e9c',
} as const

export const ROLES = [
  'anonymous',
  'editor',
  'stranger',
  'signatory',
  'secretariat',
  'juror',
  'recused',
  'chair',
  'organiser',
  'publisher',
  'auditor',
  'administrator',
] as const
export type Role = (typeof ROLES)[number]

async function* onePdf(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\nstartxref\n9\n%%EOF\n')
}

type Meeting = { readonly campaign: GivenCampaign; readonly nomination: string; readonly chair: string }
/** An open meeting with one item under discussion and one open ballot. */
async function aMeeting({ insert }: Given, { owner }: TestDb, { campaign, nomination, chair }: Meeting) {
  const [sessionId, itemId, motionId] = [randomUUID(), randomUUID(), randomUUID()]
  const slot = await owner.query<{ id: string }>(
    'SELECT p.id FROM prize_slot p JOIN category c ON c.id = p.category_id WHERE c.campaign_id = $1 ORDER BY c.position, p.position LIMIT 1',
    [campaign.id],
  )
  await insert('deliberation_session', {
    id: sessionId,
    campaign_id: campaign.id,
    state: 'open',
    convened_for: new Date(),
    convened_at: new Date(),
    opened_at: new Date(),
    presiding_seat_id: chair,
    secretary_name: 'Qui secretariat',
  })
  await insert('deliberation_item', {
    id: itemId,
    session_id: sessionId,
    slot_id: slot.rows[0]?.id,
    position: 1,
    state: 'open',
    opened_at: new Date(),
    finalists: [nomination],
    recused: [],
  })
  await insert('motion', {
    id: motionId,
    item_id: itemId,
    kind: 'award_or_withhold',
    secret: false,
    state: 'open',
    question: { nominationId: nomination },
    opened_at: new Date(),
  })
  return { sessionId, itemId, motionId }
}

/**
 * Two campaigns that everybody works in (one open, one under evaluation), one prepared, one in its meeting, and one that
 * is nobody's; beside them what was `published` before, if anything.
 */
export async function aWorld(test: TestDb, files: FileStore, published: Published | null = null) {
  const given = createGiven(test)
  const judged = await given.campaign({ phase: 'evaluation', slug: 'evaluee' })
  const judging = judged.regulation.calendar.evaluationOpens
  // Its closing is still to come while the other is judged: what is written in it is in time.
  const opensAt = instant(judging - 86_400_000)
  const open = await given.campaign({ phase: 'nominations', slug: 'ouverte', opensAt })
  const prepared = await given.campaign({ phase: 'preparation', slug: 'preparee' })
  const meeting = await given.campaign({ phase: 'deliberation', slug: 'deliberee' })
  const elsewhere = await given.campaign({ phase: 'evaluation', slug: 'ailleurs' })
  await test.setNow(instant(judging + 3_600_000))
  const [body, otherBody, farBody] = [
    await given.administration(),
    await given.administration(),
    await given.administration(),
  ]

  const people = {} as Record<Exclude<Role, 'anonymous'>, string>
  for (const role of ROLES)
    if (role !== 'anonymous') people[role] = (await given.person({ name: `Qui ${role}` })).id
  await given.mandate({ person: people.editor, administration: body.id, role: 'editor' })
  await given.mandate({ person: people.signatory, administration: body.id })
  await given.mandate({ person: people.stranger, administration: otherBody.id })
  for (const role of ['secretariat', 'organiser', 'publisher', 'auditor'] as const)
    for (const { id } of [open, judged, prepared, meeting])
      await given.grant({ person: people[role], role, campaign: id })
  await given.grant({ person: people.administrator, role: 'administrator' })

  const draft = await given.nomination({ campaign: open, administration: body.id, createdBy: people.editor })
  const foreignDraft = await given.nomination({ campaign: open, administration: farBody.id })
  const file = await given.nomination({ campaign: judged, administration: body.id, state: 'admissible' })
  const farFile = await given.nomination({
    campaign: elsewhere,
    administration: farBody.id,
    state: 'admissible',
  })
  for (const { field, value } of aDossier())
    await given.insert('answer', {
      nomination_id: draft.id,
      field,
      value: JSON.stringify(value),
      version: 1,
      updated_by: people.editor,
      updated_at: new Date(),
    })

  await given.insert('dossier_version', {
    id: randomUUID(),
    nomination_id: file.id,
    number: 1,
    kind: 'submission',
    content: {
      form: DEFAULT_FORM.version,
      answers: aDossier().map(({ field, value }) => ({ field, value })),
      evidence: [],
    },
    hash: 'd'.repeat(64),
    received_at: new Date(),
    receipt_number: 'R-2026-0001',
    signatory_id: people.signatory,
    created_at: new Date(),
  })

  const seat = async (role: 'juror' | 'chair', person: string, campaign = judged.id) =>
    (await given.seat({ campaign, person, role })).id
  const second = (await given.person()).id
  const far = (await given.person()).id
  const seats = {
    juror: await seat('juror', people.juror),
    recused: await seat('juror', people.recused),
    chair: await seat('chair', people.chair),
    second: await seat('juror', second),
    far: await seat('juror', far, elsewhere.id),
  }
  for (const campaign of [open.id]) await given.seat({ campaign, person: people.chair, role: 'chair' })
  const reads = async (seatId: string, nominationId: string, kind = 'none') => {
    await given.assignment({ seat: seatId, nomination: nominationId })
    await given.insert('interest', {
      id: randomUUID(),
      seat_id: seatId,
      nomination_id: nominationId,
      kind,
      declared_at: new Date(),
    })
  }
  await reads(seats.juror, file.id)
  await reads(seats.second, file.id)
  await reads(seats.far, farFile.id)
  await reads(seats.recused, file.id, 'family')
  await given.insert('recusal', {
    id: randomUUID(),
    seat_id: seats.recused,
    nomination_id: file.id,
    source: 'declared',
    kind: 'family',
    pinned: false,
    at: new Date(),
  })

  const criterion = judged.regulation.categories[0]?.rubric.criteria[0]?.code ?? ''
  const sheet = async (of: {
    seat: string
    person: string
    nomination: string
    campaign: typeof judged
    token: string
  }) => {
    const id = randomUUID()
    await given.insert('score_sheet', {
      id,
      seat_id: of.seat,
      person_id: of.person,
      nomination_id: of.nomination,
      sequence: 1,
      state: 'draft',
      regulation_version_id: of.campaign.regulationVersionId,
      rubric_hash: 'f'.repeat(64),
      remark: `${CANARY.remark} ${of.token}`,
      private_note: `${CANARY.privateNote} ${of.token}`,
      created_at: new Date(),
      updated_at: new Date(),
    })
    await given.insert('score', {
      sheet_id: id,
      criterion,
      level: 4,
      cannot_assess: false,
      comment: `${CANARY.comment} ${of.token}`,
    })
    return id
  }
  const sheets = {
    own: await sheet({
      seat: seats.juror,
      person: people.juror,
      nomination: file.id,
      campaign: judged,
      token: 'canary-own-sheet',
    }),
    second: await sheet({
      seat: seats.second,
      person: second,
      nomination: file.id,
      campaign: judged,
      token: CANARY.otherJuror,
    }),
    far: await sheet({
      seat: seats.far,
      person: far,
      nomination: farFile.id,
      campaign: elsewhere,
      token: CANARY.otherJuror,
    }),
  }
  const evidence = async (nomination: string, by: string) => {
    const [fileId, id] = [randomUUID(), randomUUID()]
    const kept = await files.put(onePdf(), { limit: 1000, claimedName: 'p.pdf' })
    if (!kept.ok) throw new Error(kept.reason)
    await given.insert('stored_file', {
      id: fileId,
      storage_key: kept.value.storageName,
      sha256: kept.value.sha256,
      size: kept.value.bytes,
      media_type: 'application/pdf',
      display_name: 'p.pdf',
      scan_state: 'unscanned',
      created_at: new Date(),
      created_by: by,
    })
    await given.insert('evidence', {
      id,
      nomination_id: nomination,
      file_id: fileId,
      title: 'Pièce',
      claim: 'results',
      position: 1,
      created_at: new Date(),
    })
    return { id, fileId }
  }
  const benchAt = {
    juror: await seat('juror', people.juror, meeting.id),
    recused: await seat('juror', people.recused, meeting.id),
    chair: await seat('chair', people.chair, meeting.id),
  }
  const ranked = await given.nomination({ campaign: meeting, administration: body.id, state: 'admissible' })
  await given.insert('recusal', {
    id: randomUUID(),
    seat_id: benchAt.recused,
    nomination_id: ranked.id,
    source: 'declared',
    kind: 'family',
    pinned: false,
    at: new Date(),
  })
  const mine = await aMeeting(given, test, { campaign: meeting, nomination: ranked.id, chair: benchAt.chair })
  const theirs = await aMeeting(given, test, {
    campaign: elsewhere,
    nomination: farFile.id,
    chair: seats.far,
  })
  const complaint = async (
    number: string,
    of: { campaign: string; nomination: string; body: string },
    state = 'received',
  ) => {
    const id = randomUUID()
    await given.insert('complaint', {
      ...{ id, number, campaign_id: of.campaign, nomination_id: of.nomination, administration_id: of.body },
      ...{ kind: 'complaint', about: 'procedure', text: 'Un texte.', author_id: people.signatory },
      ...{ state, filed_at: new Date(), due_at: new Date() },
    })
    return id
  }
  const cookies = {} as Record<Role, string>
  for (const role of ROLES) cookies[role] = role === 'anonymous' ? '' : await given.signedIn(people[role])
  return {
    given,
    cookies,
    people,
    meetings: { mine, theirs },
    campaigns: {
      meeting: meeting.id,
      open: open.id,
      judged: judged.id,
      prepared: prepared.id,
      elsewhere: elsewhere.id,
    },
    nominations: {
      ...{ draft: draft.id, foreignDraft: foreignDraft.id, file: file.id, farFile: farFile.id },
      refused: await anAppeal(given, { campaign: judged, body: body.id, signatory: people.signatory }),
    },
    complaints: {
      own: await complaint('RE-1', { campaign: judged.id, nomination: file.id, body: body.id }),
      answered: await complaint(
        'RE-3',
        { campaign: judged.id, nomination: file.id, body: body.id },
        'answered',
      ),
      far: await complaint('RE-2', { campaign: elsewhere.id, nomination: farFile.id, body: farBody.id }),
    },
    desk: await aDesk(given, {
      ...{ body: body.id, signatory: people.signatory, clerks: [people.secretariat] },
      at: new Date(judging),
    }),
    seats,
    benchAt,
    body: body.id,
    built: { open, judged, meeting },
    sheets,
    evidence: {
      own: await evidence(draft.id, people.editor),
      foreign: await evidence(foreignDraft.id, people.stranger),
    },
    documents: {
      own: await aReceipt(given, judged.id, file.id),
      foreign: await aReceipt(given, elsewhere.id, farFile.id),
    },
    slug: published?.slug ?? judged.slug,
    laureate: published?.laureate ?? file.id,
    category: judged.regulation.categories[0]?.code ?? '',
    criterion,
    section: DEFAULT_FORM.sections[0]?.code ?? '',
  }
}
export type World = Awaited<ReturnType<typeof aWorld>>
