import type { Control, PageForm } from './forms.ts'

export type Entry = readonly [name: string, value: string]
/** What is sent, and which fields are wrong in it. */
export type Sending = {
  readonly what: string
  readonly entries: readonly Entry[]
  readonly wrong: readonly string[]
}

const TYPED: Readonly<Record<string, string>> = {
  email: 'quelquun@example.ma',
  password: 'une longue phrase que nul ne devine 7',
  number: '1',
  date: '2031-11-17',
  month: '2031-11',
  url: 'https://exemple.ma/service',
}
const PARTS: Readonly<Record<string, string>> = { day: '17', month: '11', year: '2031', time: '11:11' }
const CODE = /(^|\.)(code|slug|criterion)$/
const NUMBER =
  /year|number|limit|places|minimum|readers|decimals|days|months|weight|points|percent|threshold|\.(min|max|step)$/i

/** Something else than what the page holds, so that what comes back cannot be what is stored. */
function typedIn({ name, value, type }: Control, place: number): string {
  const part = PARTS[name.split('.').at(-1) ?? '']
  if (part !== undefined && name.includes('.')) return part
  if (type !== 'text' && type !== 'search') return TYPED[type] ?? `Un texte ${place}.`
  if (CODE.test(name)) return `un-code-${place}`
  if (/^\d+$/.test(value)) return String(Number(value) + 1)
  return NUMBER.test(name) ? '7' : `Texte ${place} ${value}`.slice(0, 60).trim()
}

/** Another way to mark, another kind of paper: which fields of the form are read hangs on it, so that it stays. */
const isKind = (name: string): boolean => name === 'scale.kind'

/** A form that somebody filled in: every text another, every choice another, every box turned. */
export function filledAnew({ controls, button }: PageForm): readonly Entry[] {
  const radios = new Set<string>()
  const entries = controls.flatMap((control, place): readonly Entry[] => {
    const { name, kind, value, sent, type, offers } = control
    if (kind === 'file') return []
    if (kind === 'hidden') return [[name, value]]
    if (kind === 'text' || kind === 'secret') return [[name, typedIn(control, place)]]
    if (isKind(name)) return sent ? [[name, value]] : []
    if (kind === 'box') return sent ? [] : [[name, value]]
    if (type !== 'radio') return [[name, offers.find((offer) => offer !== value) ?? value]]
    const all = controls.filter((one) => one.name === name)
    if (radios.has(name)) return []
    radios.add(name)
    return [[name, (all.find((one) => !one.sent) ?? control).value]]
  })
  return button === null ? entries : [...entries, [button.name, button.value]]
}

const WRONG: Readonly<Record<string, string>> = { email: 'pas une adresse', url: 'pas\u0007une adresse' }
/** No field of ours takes a character that rings a bell, and no number, date or code is written with one. */
const wrongFor = ({ type }: Control): string => WRONG[type] ?? 'a\u0007b'

const names = (controls: readonly Control[]): readonly string[] => [
  ...new Set(controls.map(({ name }) => name)),
]
const isUnread = (name: string): boolean => name.startsWith('scale.grid.')

/**
 * The same form with one thing wrong in it: one text that nobody can read, one choice that was not offered, one box more
 * than there are. A draft keeps what was chosen, whatever it is, and says so where it is checked.
 */
export function withOneWrong(form: PageForm, isDraft: boolean): readonly Sending[] {
  const entries = filledAnew(form)
  const texts = form.controls.filter(({ kind, name }) => kind === 'text' && !isUnread(name))
  const choices = names(form.controls.filter(({ kind }) => kind === 'choice'))
  const boxes = form.controls.filter(({ kind }) => kind === 'box').map(({ name }) => name)
  // Several boxes of one name are a list; one box is there or not, whatever it says.
  const lists = names(form.controls).filter((name) => boxes.filter((box) => box === name).length > 1)
  const instead = (name: string, value: string) =>
    entries.map((entry): Entry => (entry[0] === name ? [name, value] : entry))
  return [
    ...names(texts).map((name) => {
      const control = texts.find((one) => one.name === name)
      return { what: name, wrong: [name], entries: control ? instead(name, wrongFor(control)) : entries }
    }),
    ...(isDraft ? [] : choices).map((name) => ({
      what: `${name}: no choice of ours`,
      wrong: [name],
      entries: instead(name, 'no-such-choice'),
    })),
    ...(isDraft ? [] : lists).map((name) => ({
      what: `${name}: no box of ours`,
      wrong: [name],
      entries: [...entries, [name, 'NO such box'] as const],
    })),
  ]
}

/** The same form with every text wrong at once; null where nothing is written in it. */
export function withAllWrong(form: PageForm): Sending | null {
  const texts = form.controls.filter(({ kind, name }) => kind === 'text' && !isUnread(name))
  if (texts.length === 0) return null
  const entries = filledAnew(form).map((entry): Entry => {
    const control = texts.find(({ name }) => name === entry[0])
    return control === undefined ? entry : [entry[0], wrongFor(control)]
  })
  return { what: 'every text', entries, wrong: names(texts) }
}
