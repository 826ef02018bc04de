import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Bench } from '../bench/bench.ts'
import { ownForm } from '../bench/bench.ts'
import { attach, type Dossier, dossiers, hiddenIn } from '../bench/deposits.ts'
import { cookieOf } from '../bench/load.ts'
import { type Caller, callerOf, type Sent } from '../bench/loop.ts'
import { type Draft, drafts } from '../bench/writes.ts'
import { FIELD } from './held.ts'
import type { Acknowledged } from './journal.ts'

/** Sixteen people: who fills a dossier, who scores, who gives the visa. */
const [FILLING, SCORING, SUBMITTING] = [6, 6, 4]
export const WRITERS = FILLING + SCORING + SUBMITTING
/** A signatory reads between two visas; it also keeps the dossiers from running out. */
const READING = 400
/** A request that has no answer by then has failed. */
const PATIENCE = 10_000

/** Sends one write, each time the same: what was acknowledged, or that it was refused; it rejects without an answer. */
export type Send = () => Promise<Omit<Acknowledged, 'at' | 'repeated'> | 'refused'>
/** What a person writes next; null when there is nothing left to write. */
export type Prepare = () => Promise<Send | null>
/** Requests that had no answer, or one that the server could not give. */
export type Tally = { failed: number }
export type Place = Pick<Bench, 'client' | 'loaded'> & { readonly origin: string }

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Connections that count what fails; an answer of 500 and above is none. */
function counting(origin: string, tally: Tally): Caller {
  const call = callerOf(origin, PATIENCE)
  return async (...asked) => {
    const sent = await call(...asked).catch((error: unknown) => {
      tally.failed += 1
      throw error
    })
    if (sent.status < 500) return sent
    tally.failed += 1
    throw new Error(`answered with ${sent.status}`)
  }
}

type By = { readonly call: Caller; readonly origin: string }
const post = (
  { call, origin }: By,
  path: string,
  mailbox: string,
  form: Record<string, string>,
  more: Record<string, string> = {},
): Promise<Sent> =>
  call(path, {
    method: 'POST',
    headers: { ...ownForm(origin, cookieOf(mailbox)), ...more },
    body: new URLSearchParams(form).toString(),
  })
const AUTOSAVE = { 'x-autosave': '1' }

/** Fills one field of one dossier again and again, over the version it last heard of. */
function filling(by: By, { id, mailbox }: Dossier): Prepare {
  let mark = '1'
  let turn = 0
  return async () => {
    turn += 1
    const text = `Constat ${turn} du dossier ${id}.`
    const form = { [FIELD]: text, [`v.${FIELD}`]: mark }
    return async () => {
      const path = `/fr/applicant/nominations/${id}/sections/need`
      const { status, body } = await post(by, path, mailbox, form, AUTOSAVE)
      const told = new RegExp(`"v\\.${FIELD}":"((\\d+)-\\w+)"`).exec(body)
      if (status !== 200 || told?.[1] === undefined) return 'refused'
      mark = told[1]
      return { kind: 'answer', id, version: Number(told[2]), hash: sha256(text) }
    }
  }
}

/** Scores one criterion of one sheet again and again, each time at another level. */
function scoring(by: By, { id, mailbox, criteria }: Draft, levels: readonly number[]): Prepare {
  let version = 1
  return async () => {
    const sent = version
    const level = levels[sent % levels.length] ?? 0
    const comment = `Constat ${sent} de la fiche ${id}.`
    const form = {
      version: String(sent),
      [`scores.${criteria[0]}`]: String(level),
      [`comments.${criteria[0]}`]: comment,
    }
    return async () => {
      const { status, body } = await post(by, `/fr/jury/sheets/${id}`, mailbox, form, AUTOSAVE)
      const told = Number(/"version":(\d+)/.exec(body)?.[1])
      if (status !== 200 || Number.isNaN(told)) return 'refused'
      version = told
      return { kind: 'score', id, version, hash: sha256(`${level} ${comment}`) }
    }
  }
}

/** Attaches a piece to the next dossier, reads the page of its visa, and gives it under the key of that page. */
function submitting(by: By, next: () => Dossier | undefined): Prepare {
  return async () => {
    await wait(READING)
    const dossier = next()
    if (dossier === undefined) return null
    const { id, mailbox } = dossier
    await attach(by.call, by.origin, dossier)
    const path = `/fr/applicant/nominations/${id}/visa`
    const { body } = await by.call(path, { headers: { cookie: cookieOf(mailbox) } })
    const [digest, key, version] = ['digest', 'key', 'version'].map((name) => hiddenIn(name, body))
    const form = { digest: digest ?? '', key: key ?? '', version: version ?? '', intent: 'submit' }
    return async () => {
      const { status, location } = await post(by, path, mailbox, form)
      const told = /\/receipt\?version=(\d+)/.exec(location)?.[1]
      if (status !== 303 || told === undefined) return 'refused'
      return { kind: 'submission', id, version: Number(told), hash: form.digest }
    }
  }
}

/** The sixteen over one database, each with rows of its own. */
export async function people(place: Place, tally: Tally): Promise<readonly Prepare[]> {
  const by = { call: counting(place.origin, tally), origin: place.origin }
  const [files, sheets] = [[...(await dossiers(place))], await drafts(place)]
  if (files.length <= FILLING || sheets.length < SCORING)
    throw new Error(`too little is loaded: ${files.length} dossiers, ${sheets.length} sheets`)
  const filled = files.splice(-FILLING)
  return [
    ...filled.map((dossier) => filling(by, dossier)),
    ...sheets.slice(0, SCORING).map((draft) => scoring(by, draft, place.loaded.levels)),
    ...Array.from({ length: SUBMITTING }, () => submitting(by, () => files.shift())),
  ]
}
