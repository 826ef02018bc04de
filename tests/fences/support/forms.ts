/** One control of a form of our own page, as a browser would send it. */
export type Control = {
  readonly name: string
  readonly kind: 'text' | 'secret' | 'choice' | 'box' | 'hidden' | 'file'
  readonly value: string
  /** A browser sends it only when it is ticked or chosen. */
  readonly sent: boolean
  readonly isInvalid: boolean
}
export type PageForm = {
  readonly method: string
  readonly action: string
  readonly isMultipart: boolean
  readonly controls: readonly Control[]
  /** The first button that sends the form, where it says something. */
  readonly button: { readonly name: string; readonly value: string } | null
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }
const plain = (html: string): string =>
  html.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (all, hex?: string, number?: string, name?: string) =>
    hex === undefined && number === undefined
      ? (NAMED[name ?? ''] ?? all)
      : String.fromCodePoint(hex === undefined ? Number(number) : Number.parseInt(hex, 16)),
  )

/** The server writes every attribute in double quotes or without a value. */
function attributes(tag: string): Readonly<Record<string, string>> {
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
  const { name, type = 'text' } = own
  if (!name || 'disabled' in own || type === 'submit') return null
  const isInvalid = own['aria-invalid'] === 'true'
  if (/^<textarea/i.test(html)) {
    const value = plain(html.slice(html.indexOf('>') + 1, html.lastIndexOf('<'))).replace(/^\n/, '')
    return { name, kind: 'text', value, sent: true, isInvalid }
  }
  if (/^<select/i.test(html)) {
    const options = (html.match(/<option\b[^>]*>/gi) ?? []).map(attributes)
    const chosen = options.find((option) => 'selected' in option) ?? options[0]
    return { name, kind: 'choice', value: chosen?.['value'] ?? '', sent: true, isInvalid }
  }
  const kind = kindOf(type)
  const sent = (kind !== 'box' && type !== 'radio') || 'checked' in own
  return { name, kind, value: own['value'] ?? (kind === 'box' ? 'on' : ''), sent, isInvalid }
}

function buttonOf(html: string): PageForm['button'] {
  for (const tag of html.match(/<button\b[^>]*>/gi) ?? []) {
    const { type = 'submit', name, value = '' } = attributes(tag)
    if (type === 'submit') return name ? { name, value } : null
  }
  return null
}

/** Every form of a page of ours, with its controls. */
export const formsOf = (html: string): readonly PageForm[] =>
  [...html.matchAll(/(<form\b[^>]*>)([\s\S]*?)<\/form>/gi)].map(([, tag = '', inside = '']) => {
    const own = attributes(tag)
    return {
      method: (own['method'] ?? 'get').toLowerCase(),
      action: own['action'] ?? '',
      isMultipart: own['enctype'] === 'multipart/form-data',
      button: buttonOf(inside),
      controls: (inside.match(CONTROL) ?? []).flatMap((one) => controlOf(one) ?? []),
    }
  })
