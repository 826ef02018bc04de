import { globSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { catalogues } from '#app/i18n/catalogues.ts'
import { type Messages, NAMESPACES } from '#app/i18n/namespaces.ts'

const PLURAL = /_(zero|one|two|few|many|other)$/
const keysOf = (messages: Messages, prefix: string): string[] =>
  Object.entries(messages).flatMap(([name, value]) =>
    typeof value === 'string' ? [`${prefix}${name}`.replace(PLURAL, '')] : keysOf(value, `${prefix}${name}.`),
  )

/** What a source says in quotation marks: whole texts, and texts with holes, whose parts lie between the holes. */
type Said = { readonly whole: Set<string>; readonly holed: (readonly string[])[] }

function saidIn(source: string, name: string, said: Said): void {
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) said.whole.add(node.text)
    else if (ts.isTemplateExpression(node))
      said.holed.push([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)])
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(name, source, ts.ScriptTarget.Latest))
}

const escaped = (part: string): string => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/**
 * Whether a key is asked for somewhere: written out; built around holes, each of one or two names, from a first part that
 * is written out; or under a group that is handed over whole (`public.privacy`). A reason is asked for by its code alone,
 * and a document asks within its own namespace or kind.
 */
function asking({ whole, holed }: Said): (key: string) => boolean {
  const shapes = holed
    .filter(([head = '']) => /^[a-z][A-Za-z_]*\./.test(head))
    .map((parts) => new RegExp(`^${parts.map(escaped).join('[^.]+(?:\\.[^.]+)?')}$`))
  const isBuilt = (key: string): boolean => whole.has(key) || shapes.some((shape) => shape.test(key))
  const upwards = (key: string): string[] => {
    const parts = key.split('.')
    return parts.slice(2).map((_, cut) => parts.slice(0, cut + 2).join('.'))
  }
  return (key) => {
    const [, reason] = key.split('.reason.')
    if (reason !== undefined && whole.has(reason)) return true
    const [ns, ...rest] = key.split('.')
    const within = ns === 'documents' ? [rest.join('.'), rest.slice(1).join('.')] : []
    return [key, ...within].some(isBuilt) || upwards(key).some((group) => whole.has(group))
  }
}

describe('every message', () => {
  it('is found unused when nothing names it, and used by each way of naming it', () => {
    const said: Said = { whole: new Set(), holed: [] }
    saidIn(
      "t('work.a.b'); t(`work.state.${s}`); page('public.privacy'); refuse('too-late'); sentence(`x.kinds.${k}`)",
      'example.ts',
      said,
    )
    const isAsked = asking(said)
    for (const key of ['work.a.b', 'work.state.draft', 'public.privacy.text.1', 'jury.seats.reason.too-late'])
      expect(isAsked(key), key).toBe(true)
    expect(isAsked('documents.x.kinds.family')).toBe(true)
    for (const key of ['work.a.c', 'work.states.draft', 'public.contact.1', 'jury.reason.too-early'])
      expect(isAsked(key), key).toBe(false)
  })

  it('is asked for by a page, a letter, a document or a refusal', () => {
    const files = globSync('{app,emails}/**/*.{ts,tsx}').filter((file) => !file.includes('/generated/'))
    expect(files.length).toBeGreaterThan(800)
    const said: Said = { whole: new Set(), holed: [] }
    for (const file of files) saidIn(readFileSync(file, 'utf8'), file, said)
    const keys = new Set(
      (['ar', 'fr', 'en', 'zgh'] as const).flatMap((locale) =>
        NAMESPACES.flatMap((ns) => keysOf(catalogues[locale][ns] ?? {}, `${ns}.`)),
      ),
    )
    expect(keys.size).toBeGreaterThan(4000)
    const isAsked = asking(said)
    expect([...keys].filter((key) => !isAsked(key))).toEqual([])
  })
})
