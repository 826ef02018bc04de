import type { ReactNode } from 'react'
import { useT } from '#app/i18n/provider.tsx'
import { PageTitle, Section } from '../shells/page-title.tsx'
import { Prose } from './prose.tsx'

type Props = {
  title: string
  of: string
  /** After the words of the first section. */
  first?: ReactNode
  aside?: ReactNode
}

/** Sections `<of>.section.1` … with their paragraphs `<of>.text.1.1` …, as many as the catalogue holds. */
export function TextPage({ title, of, first, aside }: Props) {
  const t = useT()
  const count = (prefix: string): number => {
    let n = 0
    while (t.has(`${prefix}.${n + 1}`)) n += 1
    return n
  }
  return (
    <>
      <PageTitle title={title} lead={t(`${of}.lead`)} />
      <div className="wrap">
        {Array.from({ length: count(`${of}.section`) }, (_, i) => (
          <Section key={i} title={t(`${of}.section.${i + 1}`)}>
            <Prose of={`${of}.text.${i + 1}`} count={count(`${of}.text.${i + 1}`)} />
            {i === 0 ? first : null}
          </Section>
        ))}
        {aside}
      </div>
    </>
  )
}
