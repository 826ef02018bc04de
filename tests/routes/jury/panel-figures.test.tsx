import { beforeAll, describe, expect, it } from 'vitest'
import { workbook } from '#app/adapters/spreadsheet/workbook.ts'
import type { ChairFigures } from '#app/queries/chair/figures.ts'
import type { ChairPanel } from '#app/queries/chair/panel-view.ts'
import * as fileRoute from '#app/routes/jury/figures-file.ts'
import * as figuresRoute from '#app/routes/jury/figures.tsx'
import { adviseJury } from '#app/services/deliberation/advise-jury.ts'
import type { Context } from '#app/services/context.ts'
import { aScoredCampaign, type Scored } from '#tests/services/deliberation/a-meeting.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb } from '#tests/support/db.ts'
import { get } from '#tests/support/request.ts'
import { htmlOf } from './page.tsx'

const test = await testDb()
const ctx: Context = { ...actsContext(test), workbook }
const FILES = [
  'intraclass',
  'ordinal',
  'kappa',
  'fleiss',
  'drift',
  'halo',
  'interest',
  'identical',
  'quick',
] as const
let scored: Scored
let params: Record<string, string>
let cookies: Record<'chair' | 'juror' | 'organiser' | 'auditor', string>
beforeAll(async () => {
  scored = await aScoredCampaign(test, ctx)
  await adviseJury(ctx)
  params = { locale: 'fr', campaignId: scored.campaign.id }
  const signed = (of: { personId: string }) => scored.given.signedIn(of.personId)
  cookies = {
    chair: await signed(scored.chair),
    juror: await signed(scored.jurors[0]!),
    organiser: await signed(await scored.given.officer('organiser', scored.campaign.id)),
    auditor: await signed(await scored.given.officer('auditor', scored.campaign.id)),
  }
})
const page = async (cookie?: string) => get(ctx, figuresRoute, '/x', params, cookie)
const file = async (figure: string, cookie?: string) =>
  get(ctx, fileRoute, `/x?figure=${figure}`, params, cookie)
/** The text alone, without spaces that do not break and without the isolates of negative numbers. */
const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/[\u00A0\u202F]/g, ' ')
    .replace(/[\u2066-\u2069]/g, '')

/** Every figure open, as a panel of four jurors would have it. */
const OPEN: ChairPanel = {
  intraclass: {
    value: {
      complete: true,
      sheets: 4,
      lines: [
        { form: 'ICC(2,k)', value: 0.71, low: 0.4, high: 0.88 },
        { form: 'ICC(3,k)', value: 0.83, low: 0.62, high: 0.94 },
      ],
    },
    withheld: null,
  },
  ordinal: {
    value: [
      { criterion: { fr: 'Impact', ar: 'الأثر' }, value: 0.58, low: 0.31, high: 0.77 },
      { criterion: { fr: 'Accès', ar: 'الولوج' }, value: 0.27, low: -0.04, high: 0.49 },
      { criterion: { fr: 'Coût', ar: 'الكلفة' }, value: null, low: null, high: null },
    ],
    withheld: null,
  },
  kappa: {
    value: {
      ...{ pairs: 2, ofPairs: 6 },
      lines: [
        {
          ...{
            jurors: ['Aya Sbai', 'كريم بنيس'] as const,
            criterion: { fr: 'Impact', ar: 'الأثر' },
            common: 24,
          },
          ...{ value: -0.12, low: -0.4, high: 0.16 },
        },
      ],
    },
    withheld: null,
  },
  fleiss: {
    value: [
      {
        ...{ of: 'prize' as const, name: { fr: 'Excellence', ar: 'التميز' }, threshold: 60, share: 0.4 },
        ...{ value: 0.35, low: 0.1, high: 0.6, dropped: 0.125 },
      },
    ],
    withheld: null,
  },
  drift: {
    value: [
      { juror: 'Aya Sbai', value: -6.5, low: -9.1, high: -3.9, flagged: true },
      { juror: 'كريم بنيس', value: null, low: null, high: null, flagged: false },
    ],
    withheld: null,
  },
  halo: {
    value: {
      jurors: [{ juror: 'كريم بنيس', value: 0.82, low: 0.5, high: 0.94, flagged: true, straight: 0.75 }],
      ...{ share: { value: 0.86, low: 0.8, high: 0.9 }, oneThing: true },
    },
    withheld: null,
  },
  interest: { value: { difference: 4.25, p: 0.0312, draws: 9999 }, withheld: null },
  identical: {
    value: [
      { juror: 'Aya Sbai', sheets: 24, value: 0.125 },
      { juror: 'كريم بنيس', sheets: 8, value: 0.5 },
      { juror: 'Omar Tazi', sheets: 5, value: null },
    ],
    withheld: null,
  },
  quick: { value: [{ juror: 'Aya Sbai', sheets: 24, value: 0 }], withheld: null },
}
type Shown = NonNullable<ChairFigures['categories'][number]['figures']>
/** The page of the chair with one category, whose panel is this one. */
async function shown(
  panel: ChairPanel | null,
  locale: 'fr' | 'ar',
  more: Partial<Pick<Shown, 'severity' | 'reserves' | 'agreement'>> = {},
): Promise<string> {
  const data = (await page(cookies.chair)).value as ChairFigures
  const [category] = data.categories.filter(({ figures }) => (figures?.jurors.length ?? 0) > 0)
  const categories = [{ ...category!, figures: { ...category!.figures!, panel, ...more } }]
  return htmlOf(figuresRoute.default, { data: { ...data, categories } }, locale)
}

describe('the figures of the panel on the page of the chair', () => {
  it('come with their sentence, their interval and their file, jurors by name as in the severity above', async () => {
    const html = await shown(OPEN, 'fr')
    const text = plain(html)
    expect(text).toContain('une fiabilité de 0,83 (intervalle à 95 % de 0,62 à 0,94)')
    expect(text).toContain('Pour un autre jury tiré du même vivier, elle serait de 0,71')
    expect(text).toContain(
      'C’est sur le critère Accès que les membres s’accordent le moins : alpha ordinal de 0,27 (intervalle à 95 % de −0,04 à 0,49)',
    )
    expect(text).toContain(
      'un kappa pondéré de −0,12 (intervalle à 95 % de −0,40 à 0,16), entre Aya Sbai et كريم بنيس',
    )
    expect(text).toContain('un kappa de Fleiss de 0,35')
    expect(text).toContain('1 membre a nettement changé de sévérité au fil de sa lecture.')
    expect(text).toContain('Chez 1 membre, une impression d’ensemble l’emporte sur les critères.')
    expect(text).toContain('Au-delà de 80 %, la grille mesure une seule chose')
    expect(text).toContain('écart en points : 4,3 ; p de 0,0312')
    // Three sheets of 24 and four of eight; who has too few is left out. The sentence names nobody.
    expect(text).toContain('les points d’une autre fiche du même membre : 21,9 %.')
    expect(text).toContain('Aucune fiche n’a pris moins d’un dixième du temps médian.')
    expect(text).toContain('demandez au besoin confirmation au membre, rien n’est retiré')
    expect(html).toContain('<bdi>كريم بنيس</bdi>')
    expect(text.split('12,5 % des rééchantillonnages n’ont donné aucune valeur')).toHaveLength(2)
    expect(text).not.toMatch(/Membre \d/)
    for (const name of FILES) expect(html).toContain(`figures.csv?figure=${name}`)
  })

  it('are told apart from the same figures of another category by the names of their folds', async () => {
    const data = (await page(cookies.chair)).value as ChairFigures
    const [one] = data.categories.filter(({ figures }) => (figures?.jurors.length ?? 0) > 0)
    const first = { ...one!, figures: { ...one!.figures!, panel: OPEN } }
    const categories = [first, { ...first, code: 'autre', name: { fr: 'Autre catégorie', ar: 'صنف آخر' } }]
    const html = await htmlOf(figuresRoute.default, { data: { ...data, categories } })
    const names = [...html.matchAll(/<summary aria-label="([^"]+)"/g)].map(([, name]) => name)
    expect(names.length).toBeGreaterThan(15)
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
    expect(names.at(-1)).toMatch(/, Autre catégorie$/)
  })

  it('promise no interval where there is none, in either language', async () => {
    const bare: ChairPanel = JSON.parse(JSON.stringify(OPEN), (key: string, value: unknown) =>
      key === 'low' || key === 'high' ? null : value,
    )
    const agreement = { value: { alpha: 0.41, low: null, high: null, resamples: 0 }, withheld: null }
    for (const [locale, reliability, none, promised] of [
      [
        'fr',
        'une fiabilité de 0,83 (sans intervalle : il ne se calcule pas ici).',
        'sans intervalle',
        /intervalle à 95/,
      ],
      ['ar', 'بموثوقية 0,83 (دون مجال ثقة، لتعذر حسابه هنا).', 'دون مجال ثقة', /مجال الثقة 95/],
    ] as const) {
      const html = await shown(bare, locale, { agreement })
      const sentences = plain(html.replace(/<p class="hint">.*?<\/p>/gs, ''))
      expect(sentences).toContain(reliability)
      // Reliability twice, the agreement of all, and the weakest of each of four figures.
      expect(sentences.split(none)).toHaveLength(8)
      expect(sentences).not.toMatch(promised)
      expect(sentences).not.toContain('Alone')
    }
  })

  it('say the same in Arabic, each number in a run of its own', async () => {
    const html = await shown(OPEN, 'ar')
    expect(html).toMatch(/<bdi dir="ltr" class="num">[\u2066]?−0,12/)
    const text = plain(html)
    expect(text).toContain('بموثوقية 0,83')
    expect(text).toContain('أقل توافق بين الأعضاء هو على المعيار الولوج')
    expect(text).toContain('بين Aya Sbai وكريم بنيس، في معيار الأثر')
    expect(text).toContain('تغير تشدد عضو واحد بوضوح مع تقدم قراءته.')
    expect(text).toContain('أعلى من غيرها في المعدل؛ الفارق بالنقط: 4,3')
    expect(text).toContain('نقط بطاقة أخرى للعضو نفسه: 21,9')
    expect(text).toContain('لم تستغرق أي بطاقة أقل من عُشر الوقت الوسيط.')
    expect(html).not.toMatch(/>[^<]*\bfigures\.[a-z]+\.[a-zA-Z]/)
  })

  it('name what closes each, and offer no file of it', async () => {
    const [fr, ar] = [await shown(closed(), 'fr'), await shown(closed(), 'ar')]
    expect(plain(fr)).toContain(
      'Kappa non affiché : il demande au moins 20 dossiers notés par les deux mêmes membres.',
    )
    expect(plain(fr)).toContain('venant d’au moins 3 membres. Le nombre de liens n’est pas donné.')
    expect(plain(fr)).toContain('Fiches identiques non affichées : il faut au moins 5 fiches complètes')
    expect(plain(ar)).toContain('ولا يُذكر عدد الصلات.')
    for (const next of ['Lisez plutôt l’accord par critère', 'fixez dans le règlement un seuil'])
      expect(plain(fr), 'what can be done').toContain(next)
    expect(plain(ar), 'what can be done').toContain('لعرضه في دورة مقبلة، حددوا في نظام الجائزة عتبة')
    for (const html of [fr, ar]) {
      expect(html).not.toContain('figures.csv?figure=')
      expect(html).not.toMatch(/Chiffre non affiché : il ne peut pas|الرقم غير معروض: لا يمكن/)
    }
  })

  it('tell that older figures do not hold them', async () => {
    expect(plain(await shown(null, 'fr'))).toContain('n’ont pas été calculés avec ce classement')
  })
})

describe('the severity on the page of the chair', () => {
  const gate = (because: string, facts = {}) => ({ because, facts })

  it('says of a closed gate that the correction is not shown, and of a warning that it is shown with a reserve', async () => {
    const severity = { value: null, withheld: gate('G2', { kappa: 0.4 }) }
    for (const [locale, closed, reserve] of [
      ['fr', 'Correction non affichée, porte G2', 'Réserve de la porte'],
      ['ar', 'التصحيح غير معروض، البوابة G2', 'تحفظ البوابة'],
    ] as const) {
      const shut = plain(await shown(OPEN, locale, { severity, reserves: [] }))
      expect(shut).toContain(closed)
      expect(shut).not.toContain(reserve)
      const open = { severity: { value: { deviation: 3.25 }, withheld: null } }
      const warned = plain(
        await shown(OPEN, locale, { ...open, reserves: ['G2', 'G4', 'G5'].map((of) => gate(of)) }),
      )
      expect(warned.split(reserve)).toHaveLength(4)
      expect(warned).not.toContain(closed)
    }
  })

  it('says that no severity can be detected, instead of nought points, and why there is none under four', async () => {
    const none = { severity: { value: { deviation: 0 }, withheld: null }, reserves: [] }
    const text = plain(await shown(OPEN, 'fr', none))
    expect(text).toContain('Aucune différence de sévérité n’est décelable entre membres.')
    expect(text).not.toContain('Écart type de sévérité')
    const few = { value: null, withheld: gate('severity-few-jurors', { least: 4 }) }
    expect(plain(await shown(OPEN, 'fr', { severity: few, reserves: [gate('panels')] }))).toMatch(
      /moins de 4 membres ont noté.*groupes que rien ne relie/s,
    )
  })
})

const CLOSED = [
  ['intraclass', 'intraclass-one-nomination'],
  ['ordinal', 'no-pairs'],
  ['kappa', 'kappa-too-few-common'],
  ['fleiss', 'fleiss-no-threshold'],
  ['drift', 'drift-order-confounded'],
  ['halo', 'halo-one-criterion'],
  ['interest', 'interest-too-few'],
  ['identical', 'identical-too-few-sheets'],
  ['quick', 'quick-too-few-times'],
] as const
const closed = (): ChairPanel =>
  Object.fromEntries(
    CLOSED.map(([name, because]) => [
      name,
      { value: null, withheld: { because, facts: { least: name === 'kappa' ? 20 : 5, leastJurors: 3 } } },
    ]),
  ) as unknown as ChairPanel

describe('what the worker made of a small panel', () => {
  it('has no seat and no file, and says of four files by three jurors what can be said', async () => {
    const { categories } = (await page(cookies.chair)).value as ChairFigures
    const [figures] = categories.flatMap((category) =>
      category.figures && category.figures.jurors.length > 0 ? [category.figures] : [],
    )
    const panel = figures?.panel
    expect(panel?.intraclass.value).toMatchObject({ complete: true, sheets: 3 })
    expect(panel?.ordinal?.value?.every(({ value }) => value !== null)).toBe(true)
    expect(panel?.kappa.withheld?.because).toBe('kappa-too-few-common')
    expect(panel?.drift.withheld?.because).toBe('drift-no-reading')
    expect(panel?.interest?.withheld?.because).toBe('interest-too-few')
    expect(panel?.identical?.withheld?.because).toBe('identical-too-few-sheets')
    expect(panel?.quick?.withheld?.because).toBe('quick-too-few-times')
    const named = figures!.jurors.map(({ name }) => name).sort()
    expect(named).toHaveLength(3)
    expect(panel?.halo.value?.jurors.map(({ juror }) => juror)).toEqual(named)
    const told = JSON.stringify(panel)
    for (const { seatId } of scored.jurors) expect(told).not.toContain(seatId)
    for (const { id } of scored.files) expect(told).not.toContain(id)
  })

  it('is a file of its own for each figure', async () => {
    for (const name of FILES) {
      const answer = await file(name, cookies.chair)
      expect([name, answer.status]).toEqual([name, 200])
      expect(answer.headers.get('content-disposition')).toContain(`jury-${name}.csv`)
    }
    expect((await file('names', cookies.chair)).status).toBe(404)
  })

  it('costs as many statements for one panel as for a larger one', async () => {
    const count = async () => {
      test.countQueries()
      await page(cookies.chair)
      return test.countQueries().total
    }
    const few = await count()
    const more = await scored.file()
    for (const juror of scored.jurors) {
      await test.owner.query(`UPDATE campaign SET phase = 'evaluation' WHERE id = $1`, [scored.campaign.id])
      await test.setNow((scored.regulation.calendar.evaluationOpens + 3_600_000) as typeof scored.now)
      await scored.reading(juror, more.id)
      await scored.sealed(ctx, juror, more.id, 3)
    }
    await test.owner.query(`UPDATE campaign SET phase = 'deliberation' WHERE id = $1`, [scored.campaign.id])
    await test.setNow(scored.now)
    await scored.retally()
    await adviseJury(ctx)
    expect(await count()).toBe(few)
  })
})

describe('the page and its files', () => {
  it('are for nobody else before release', async () => {
    for (const cookie of [cookies.juror, cookies.organiser]) {
      expect((await page(cookie)).status).toBe(404)
      for (const name of FILES) expect([name, (await file(name, cookie)).status]).toEqual([name, 404])
    }
    for (const name of FILES) {
      const anonymous = await file(name)
      expect(anonymous.status).toBe(303)
      expect(anonymous.headers.get('location')).toContain('sign-in')
    }
  })

  it('tell the test of interests and what may be asked of a member about his sheets to those who preside alone, also when the rest opens to others', async () => {
    const readers = [cookies.auditor]
    await test.owner.query(`UPDATE campaign SET phase = 'published' WHERE id = $1`, [scored.campaign.id])
    for (const cookie of [...readers, cookies.organiser]) {
      const data = (await page(cookie)).value as ChairFigures
      for (const name of ['interest', 'identical', 'quick'] as const) {
        expect(data.categories.every(({ figures }) => (figures?.panel?.[name] ?? null) === null)).toBe(true)
        expect([name, (await file(name, cookie)).status]).toEqual([name, 404])
      }
      expect((await file('halo', cookie)).status).toBe(200)
      expect(plain(await htmlOf(figuresRoute.default, { data }))).not.toMatch(
        /ayant un lien|Fiches identiques/,
      )
    }
    await test.owner.query(`UPDATE campaign SET phase = 'deliberation' WHERE id = $1`, [scored.campaign.id])
  })
})
