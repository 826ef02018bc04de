import { attributes, plain } from './forms.ts'

type Told = { readonly at: string; readonly text: string }
export type Answered = {
  /** The links of the summary: where they lead, and what they say. */
  readonly summary: readonly Told[]
  /** The messages at the fields, by their own ids. */
  readonly messages: readonly Told[]
  /** A refusal of the whole, where no field is at fault. */
  readonly hasAlert: boolean
  /** How often an id is on the page. */
  readonly count: (id: string) => number
  /** Whether the field of that id is said to be explained by that message: itself, or the group that it stands in. */
  readonly explains: (message: string, field: string) => boolean
  /** Whether that id is of the field itself, of a group that it stands in, or of a field of a group that has one answer. */
  readonly leadsTo: (id: string, field: string) => boolean
}

const words = (html: string): string => plain(html.replace(/<[^>]*>/g, '')).trim()

/** The summary of a refused form: its list of links. */
function summaryOf(html: string): readonly Told[] {
  const start = html.indexOf('id="errors"')
  if (start < 0) return []
  const list = html.slice(start, html.indexOf('</ul>', start))
  return [...list.matchAll(/<a href="#([^"]*)"[^>]*>([\s\S]*?)<\/a>/g)].map(([, at = '', text = '']) => ({
    at: plain(at),
    text: words(text),
  }))
}

/** Messages begin with the word for "error", for those who do not see them in red: it is no part of what they say. */
const messagesOf = (html: string): readonly Told[] =>
  [...html.matchAll(/(<p class="err"[^>]*>)([\s\S]*?)<\/p>/g)].map(([, tag = '', text = '']) => ({
    at: attributes(tag)['id'] ?? '',
    text: words(text.replace(/<span class="vh">[\s\S]*?<\/span>/, '')),
  }))

/** How a control is known that has no id. */
export const named = (name: string): string => `name ${name}`

/** Every element with an id or a name: what describes it, and the groups that it stands in, from the outermost. */
function elementsOf(html: string) {
  const found = new Map<string, { count: number; described: readonly string[]; groups: readonly string[] }>()
  const groups: string[] = []
  for (const [tag] of html.matchAll(/<\/fieldset>|<[a-z][a-z0-9]*\b[^>]*>/gi)) {
    if (tag === '</fieldset>') {
      groups.pop()
      continue
    }
    const own = attributes(tag.replace(/^<[a-z0-9]+/i, '<x'))
    const { id, name } = own
    const described = (own['aria-describedby'] ?? '').split(' ').filter((one) => one !== '')
    // A choice has no id of its own: it is known by its name.
    for (const key of [id, name && named(name)])
      if (key !== undefined)
        found.set(key, { count: (found.get(key)?.count ?? 0) + 1, described, groups: [...groups] })
    if (/^<fieldset\b/i.test(tag)) groups.push(id ?? '')
  }
  return found
}

/** What a page says of a form that was refused, and where. */
export function answered(html: string): Answered {
  const elements = elementsOf(html)
  const around = (field: string): readonly string[] => [field, ...(elements.get(field)?.groups ?? [])]
  const messages = messagesOf(html)
  /** The boxes of a date have one message: it stands at their group. */
  const hasMessage = (id: string): boolean =>
    messages.some(({ at }) => elements.get(id)?.described.includes(at) === true)
  return {
    summary: summaryOf(html),
    messages,
    hasAlert: /role="alert"/.test(html),
    count: (id) => elements.get(id)?.count ?? 0,
    explains: (message, field) =>
      around(field).some((id) => elements.get(id)?.described.includes(message) === true),
    leadsTo: (id, field) =>
      around(field).includes(id) || around(id).some((one) => around(field).includes(one) && hasMessage(one)),
  }
}
