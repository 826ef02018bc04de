import { useT } from '#app/i18n/provider.tsx'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { Dots } from '../primitives/dots.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Phrase } from '../primitives/phrase.tsx'
import { Time } from '../primitives/time.tsx'
import { sidesFor } from '../primitives/bilingual-field.tsx'
import { Written } from '../primitives/written.tsx'

type Reason = { readonly ar: string; readonly fr: string }
export type CategoryPast = {
  readonly id: string
  readonly name: Localized
  readonly state: string
  readonly answer: string | null
  readonly settledAt: number | null
}

/** The reason in its two languages, the reader's first. */
export function CategoryReason({ reason }: { reason: Reason }) {
  const t = useT()
  return (
    <>
      {sidesFor(t.locale).map((lang) => (
        <p key={lang} lang={lang} dir={lang === 'ar' ? 'rtl' : 'ltr'}>
          {reason[lang]}
        </p>
      ))}
    </>
  )
}

/** The proposals that ended, newest first, each with how and when. */
export function CategoryPastList({ earlier }: { earlier: readonly CategoryPast[] }) {
  const t = useT()
  if (earlier.length === 0) return null
  return (
    <section className="stack stack--tight">
      <h2 className="h-sec">{t('nomination.recategorisation.earlier')}</h2>
      <ul className="stack stack--tight">
        {earlier.map(({ id, name, state, answer, settledAt }) => (
          <li key={id}>
            <Dots>
              <LocalizedText text={name} />
              {settledAt === null ? null : (
                <Phrase
                  k={`nomination.recategorisation.state.${state}`}
                  parts={{ date: <Time at={settledAt} style="long" /> }}
                />
              )}
            </Dots>
            {answer === null ? null : <Written>{answer}</Written>}
          </li>
        ))}
      </ul>
    </section>
  )
}
