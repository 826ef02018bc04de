import { Fragment, type ReactNode } from 'react'
import { useT } from '#app/i18n/provider.tsx'
import type { Values } from '#app/i18n/instance.ts'

type Props = {
  /** Message key. */
  k: string
  values?: Values
  /** Elements for the placeholders of the same name: `{{reference}}` → `<Reference …/>`. */
  parts?: Readonly<Record<string, ReactNode>>
  /** Elements around `<name>…</name>` in the message. */
  tags?: Readonly<Record<string, (inner: ReactNode) => ReactNode>>
}

// Private-use characters hold the place of an element while the sentence is built.
const OPEN = '\uE000'
const SHUT = '\uE001'

/** A translated sentence that contains elements, so that word order stays the translator's. */
export function Phrase({ k, values = {}, parts = {}, tags = {} }: Props) {
  const t = useT()
  const holders = Object.fromEntries(Object.keys(parts).map((name) => [name, `${OPEN}${name}${SHUT}`]))
  const sentence = t(k, { ...values, ...holders })
  return <>{withTags(sentence, parts, tags)}</>
}

function withTags(
  sentence: string,
  parts: NonNullable<Props['parts']>,
  tags: NonNullable<Props['tags']>,
): ReactNode {
  const pieces = sentence.split(/<(\w+)>(.*?)<\/\1>/gs)
  return pieces.map((piece, i) => {
    if (i % 3 === 0) return <Fragment key={i}>{withParts(piece, parts)}</Fragment>
    if (i % 3 === 2) return null
    const inner = withParts(pieces[i + 1] ?? '', parts)
    return <Fragment key={i}>{tags[piece]?.(inner) ?? inner}</Fragment>
  })
}

function withParts(text: string, parts: NonNullable<Props['parts']>): ReactNode {
  return text
    .split(new RegExp(`${OPEN}(\\w+)${SHUT}`))
    .map((piece, i) => <Fragment key={i}>{i % 2 === 0 ? piece : parts[piece]}</Fragment>)
}
