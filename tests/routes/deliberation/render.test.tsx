import { beforeAll, describe, expect, it } from 'vitest'
import * as attendance from '#app/routes/deliberation/attendance.tsx'
import * as ballot from '#app/routes/deliberation/ballot.tsx'
import * as convene from '#app/routes/deliberation/convene.tsx'
import * as decision from '#app/routes/deliberation/decision.tsx'
import * as home from '#app/routes/deliberation/home.tsx'
import * as layout from '#app/routes/deliberation/layout.tsx'
import * as minutes from '#app/routes/deliberation/minutes.tsx'
import * as room from '#app/routes/deliberation/room.tsx'
import * as seat from '#app/routes/deliberation/seat.tsx'
import * as releases from '#app/routes/release/home.tsx'
import * as release from '#app/routes/release/release.tsx'
import { openFlagMotion, openMotion } from '#app/services/deliberation/open-motion.ts'
import { raiseFlag } from '#app/services/deliberation/raise-flag.ts'
import { testContext } from '#tests/support/context.ts'
import { testDb } from '#tests/support/db.ts'
import { renderPage, type RouteModule } from '#tests/support/render-page.tsx'
import { get, post } from '#tests/support/request.ts'
import { aMeeting, must, type Met } from '#tests/services/deliberation/a-meeting.ts'
import { aScheduledRelease } from '#tests/services/results/a-release.ts'

/** A key that nobody wrote comes back as it is. */
const KEY = /\b(deliberation|results|common|work|errors)\.[a-z][A-Za-z]*(\.[A-Za-z.-]+)?/
const words = (text: string): string => text.replace(/<[^>]*>/g, ' ')
const check = (text: string, locale: string) => {
  expect(words(text)).not.toMatch(KEY)
  expect(words(text)).not.toMatch(/\{\{|undefined|\[object/)
  expect(text).not.toMatch(/ style="/)
  if (locale === 'ar') expect(text).toMatch(/[\u0600-\u06FF]/)
}

describe.each(['fr', 'ar'] as const)('a meeting in %s', (locale) => {
  let met: Met
  let ctx: Awaited<ReturnType<typeof testContext>>
  let motionId: string
  const cookies = { chair: '', juror: '', clerk: '' }
  const shown = async (page: RouteModule, params: Record<string, string>, cookie: string) => {
    const { status, value } = await get(ctx, page, `/${locale}/deliberation`, { locale, ...params }, cookie)
    expect(status).toBe(200)
    const text = renderPage(page, { locale, value })
    check(text, locale)
    return text
  }
  beforeAll(async () => {
    const test = await testDb()
    ctx = await testContext(test)
    met = await aMeeting(test, ctx, { rules: { vote: 'secret' } })
    cookies.chair = await met.given.signedIn(met.chair.personId)
    cookies.juror = await met.given.signedIn(met.jurors[1]!.personId)
    cookies.clerk = await met.given.signedIn(met.secretariat.personId)
    await met.opened(met.items[0]!.id)
  })

  it('shows the room with ranks and scores to its president, and no name of a juror beside a score', async () => {
    const text = await shown(room, { sessionId: met.sessionId }, cookies.chair)
    expect(text).toContain('91,67')
    const [, table = ''] = /<table([\s\S]*?)<\/table>/.exec(text) ?? []
    expect(table).not.toMatch(/Personne \d/)
    for (const page of [layout, home, attendance, minutes]) {
      await shown(page, { sessionId: met.sessionId }, cookies.chair)
    }
    const params = { sessionId: met.sessionId, itemId: met.items[0]!.id }
    await shown(decision, params, cookies.chair)
    await shown(convene, { campaignId: met.campaign.id }, cookies.clerk)
  })

  it('keeps the ranking from the secretariat and the room from a member', async () => {
    const { value } = await get(ctx, room, '/x', { locale, sessionId: met.sessionId }, cookies.clerk)
    expect(JSON.stringify(value)).not.toMatch(/91\.67|275\/3/)
    const refused = await get(ctx, room, '/x', { locale, sessionId: met.sessionId }, cookies.juror)
    expect(refused.status).toBe(404)
    const text = await shown(seat, { sessionId: met.sessionId }, cookies.juror)
    expect(text).not.toMatch(/91,67/)
  })

  it('reads the paper back, takes it once, and leaves only a receipt', async () => {
    motionId = must(
      await openMotion(ctx, met.chair.actor, { itemId: met.items[0]!.id, kind: 'award' }),
    ).motionId
    const empty = await shown(ballot, { motionId }, cookies.juror)
    expect(empty).not.toMatch(/type="radio"[^>]*checked/)
    const params = { locale, motionId }
    const nothing = await post(ctx, ballot, {}, params, cookies.juror)
    expect(nothing.status).toBe(400)
    const review = await post(ctx, ballot, { choice: 'withhold' }, params, cookies.juror)
    const { value } = await get(ctx, ballot, '/x', params, cookies.juror)
    check(renderPage(ballot, { locale, value, left: review.value }), locale)
    const cast = await post(ctx, ballot, { choice: 'withhold', step: 'cast' }, params, cookies.juror)
    expect(cast.status).toBe(303)
    const again = await post(ctx, ballot, { choice: 'award', step: 'cast' }, params, cookies.juror)
    expect(again.status).toBe(409)
    const after = await shown(ballot, { motionId }, cookies.juror)
    expect(after).toMatch(/([0-9A-Z]{4}-){3}[0-9A-Z]{4}/)
    expect(after).not.toMatch(/type="radio"/)
  })
})

describe.each([
  ['fr', 'Réserve sur'],
  ['ar', 'تحفظ على'],
] as const)('the ballot on a flag in %s', (locale, called) => {
  it('names at its head the file that the flag is against, in place of the prize', async () => {
    const test = await testDb()
    const ctx = await testContext(test)
    const met = await aMeeting(test, ctx)
    // The second of the files: the first is not the one by chance.
    const [other, flagged] = met.files.map(({ id }) => id) as [string, string]
    const title = async (id: string) => {
      const { rows } = await test.owner.query('SELECT title FROM nomination WHERE id = $1', [id])
      return rows[0].title[locale] as string
    }
    const itemId = met.items[0]!.id
    await met.opened(itemId)
    const ground = 'plagiarism'
    must(
      await raiseFlag(ctx, met.jurors[0]!.actor, { nominationId: flagged, ground, text: 'Passages repris.' }),
    )
    const asked = { itemId, nominationId: flagged, ground } as const
    const { motionId } = must(await openFlagMotion(ctx, met.chair.actor, asked))
    const cookie = await met.given.signedIn(met.jurors[1]!.personId)
    const { value } = await get(ctx, ballot, '/x', { locale, motionId }, cookie)
    const text = renderPage(ballot, { locale, value })
    check(text, locale)
    const [, head = ''] = /<h2>(.*?)<\/h2>/s.exec(text) ?? []
    expect(words(head.replaceAll('<!-- -->', '')).replace(/\s+/g, ' ').trim()).toBe(
      `${called} ${await title(flagged)}`,
    )
    expect(head).toMatch(/<bdi>/)
    expect(text).not.toContain(await title(other))
  })
})

describe.each(['fr', 'ar'] as const)('a release in %s', (locale) => {
  it('shows gate, approvals and instant to publisher and chair, and nothing to anybody else', async () => {
    const test = await testDb()
    const ctx = await testContext(test)
    const scene = await aScheduledRelease(test, ctx)
    const params = { locale, campaignId: scene.campaign.id }
    for (const person of [scene.publisher, scene.chair.actor]) {
      const cookie = await scene.given.signedIn(person.personId)
      for (const page of [release, releases]) {
        const { status, value } = await get(ctx, page, '/x', params, cookie)
        expect(status).toBe(200)
        check(renderPage(page, { locale, value }), locale)
      }
    }
    for (const person of [scene.secretariat, scene.jurors[1]!.actor]) {
      const cookie = await scene.given.signedIn(person.personId)
      expect((await get(ctx, release, '/x', params, cookie)).status).toBe(404)
    }
    const minutesParams = { locale, sessionId: scene.sessionId }
    const cookie = await scene.given.signedIn(scene.chair.personId)
    const { value } = await get(ctx, minutes, '/x', minutesParams, cookie)
    check(renderPage(minutes, { locale, value }), locale)
    const early = await post(
      ctx,
      release,
      { intent: 'publish', releaseId: scene.releaseId },
      params,
      await scene.given.signedIn(scene.publisher.personId),
    )
    expect(early.status).toBe(409)
    const text = renderPage(release, {
      locale,
      value: (await get(ctx, release, '/x', params, await scene.given.signedIn(scene.publisher.personId)))
        .value,
      left: early.value,
    })
    check(text, locale)
  })
})

describe('a room whose criteria are brought to 0..1', () => {
  it('prints that scale, the criterion that kept a file out, and the sheets that are missing', async () => {
    const test = await testDb()
    const ctx = await testContext(test)
    const met = await aMeeting(test, ctx, {
      levels: [[5, 5, 4], [4, 4, 4], [3, 3, 4], [5]],
      regulation: (base) => ({
        ...base,
        categories: base.categories.map((category, place) => {
          const { rubric } = category
          const criteria = rubric.criteria.map((one, at) => (at === 0 ? { ...one, threshold: '75' } : one))
          return place > 0 ? category : { ...category, rubric: { ...rubric, criteria, ranges: 'normalised' } }
        }),
      }),
    })
    const cookie = await met.given.signedIn(met.chair.personId)
    const params = { sessionId: met.sessionId }
    for (const [locale, below, few, score] of [
      ['fr', 'seuil non atteint (', 'fiches comptées 1, requises 3', '0,92'],
      ['ar', 'دون رتبة: لم تُبلغ العتبة (', 'البطاقات المحتسبة 1، والمطلوبة 3', '0,92'],
    ] as const) {
      const { value } = await get(ctx, room, `/${locale}/x`, { locale, ...params }, cookie)
      const text = renderPage(room, { locale, value })
      check(text, locale)
      for (const words of [below, few, score]) expect(text).toContain(words)
      // The axis ends at 1, not at 100.
      expect(text).toMatch(/<svg class="rk__axis"[^>]*>.*?>1<\/text><\/svg>/)
      expect(text).not.toContain('>100</text>')
    }
  })
})
