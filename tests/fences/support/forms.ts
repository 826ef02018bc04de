/** One control of a form of our own page, as a browser would send it. */
export type Control = {
  readonly id: string
  readonly name: string
  readonly kind: 'text' | 'secret' | 'choice' | 'box' | 'hidden' | 'file'
  readonly value: string
  /** A browser sends it only when it is ticked or chosen. */
  readonly sent: boolean
  readonly isInvalid: boolean
  /** Of an input: what its page asks a browser for. */
  readonly type: string
  /** Of a list: what may be chosen. */
  readonly offers: readonly string[]
}
export type PageForm = {
  readonly method: string
  readonly action: string
  readonly isMultipart: boolean
  readonly controls: readonly Control[]
  /** The button that sends the form, where it says something. */
  readonly button: { readonly name: string; readonly value: string } | null
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }
export const plain = (html: string): string =>
  html.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (all, hex?: string, number?: string, name?: string) =>
    hex === undefined && number === undefined
      ? (NAMED[name ?? ''] ?? all)
      : String.fromCodePoint(hex === undefined ? Number(number) : Number.parseInt(hex, 16)),
  )

/** The server writes every attribute in double quotes or without a value. */
export function attributes(tag: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const [, name, value] of tag.replace(/^<\w+/, '').matchAll(/([\w-]+)(?:="([^"]*)")?/g))
    if (name !== undefined) found[name.toLowerCase()] = plain(value ?? '')
  return found
}

const kindOf = (type: string): Control['kind'] => {
  if (type === 'password') return 'secret'
  if (type === 'radio') return 'choice'
  if (type === 'checkbox') return 'box'
  return type === 'hidden' || type === 'file' ? type : 'text'
}

const CONTROL = /<input\b[^>]*>|<textarea\b[^>]*>[\s\S]*?<\/textarea>|<select\b[^>]*>[\s\S]*?<\/select>/gi

function controlOf(html: string): Control | null {
  const own = attributes(html.slice(0, html.indexOf('>') + 1))
  const { id = '', name, type = 'text' } = own
  if (!name || 'disabled' in own || type === 'submit') return null
  const isInvalid = own['aria-invalid'] === 'true'
  if (/^<textarea/i.test(html)) {
    const value = plain(html.slice(html.indexOf('>') + 1, html.lastIndexOf('<'))).replace(/^\n/, '')
    return { id, name, kind: 'text', value, sent: true, isInvalid, type: 'text', offers: [] }
  }
  if (/^<select/i.test(html)) {
    const options = (html.match(/<option\b[^>]*>/gi) ?? []).map(attributes)
    const chosen = options.find((option) => 'selected' in option) ?? options[0]
    const offers = options.flatMap(({ value }) => (value ? [value] : []))
    const value = chosen?.['value'] ?? ''
    return { id, name, kind: 'choice', value, sent: true, isInvalid, type: '', offers }
  }
  const kind = kindOf(type)
  const sent = (kind !== 'box' && type !== 'radio') || 'checked' in own
  const value = own['value'] ?? (kind === 'box' ? 'on' : '')
  return { id, name, kind, value, sent, isInvalid, type, offers: [] }
}

const BUTTON = /<button\b[^>]*>/gi

/** Every way to send a form, once each: a button that says something, or one that says nothing. */
function buttonsOf(tags: readonly string[]): readonly PageForm['button'][] {
  const found = tags
    .map(attributes)
    .filter(({ type = 'submit' }) => type === 'submit')
    .map(({ name, value = '' }) => (name ? { name, value } : null))
  const ways = new Map(found.map((button) => [JSON.stringify(button), button]))
  return ways.size === 0 ? [null] : [...ways.values()]
}

/** Every form of a page of ours, with its controls, once for each button that sends it, wherever the button stands. */
export function formsOf(html: string): readonly PageForm[] {
  const elsewhere = (html.match(BUTTON) ?? []).filter((tag) => attributes(tag)['form'] !== undefined)
  return [...html.matchAll(/(<form\b[^>]*>)([\s\S]*?)<\/form>/gi)].flatMap(([, tag = '', inside = '']) => {
    const own = attributes(tag)
    const form = {
      method: (own['method'] ?? 'get').toLowerCase(),
      action: own['action'] ?? '',
      isMultipart: own['enctype'] === 'multipart/form-data',
      controls: (inside.match(CONTROL) ?? []).flatMap((one) => controlOf(one) ?? []),
    }
    const named = elsewhere.filter((button) => attributes(button)['form'] === (own['id'] ?? null))
    const within = (inside.match(BUTTON) ?? []).filter((button) => !elsewhere.includes(button))
    return buttonsOf([...within, ...named]).map((button) => ({ ...form, button }))
  })
}

/** What a form asks for when its button sends it; '' where it says nothing. */
export const intentOf = ({ button, controls }: PageForm): string =>
  button?.name === 'intent' ? button.value : (controls.find(({ name }) => name === 'intent')?.value ?? '')
