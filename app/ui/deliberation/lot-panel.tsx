import { Form, useActionData } from '@remix-run/react'
import { useT } from '#app/i18n/provider.tsx'
import { Button } from '../primitives/button.tsx'
import { Phrase } from '../primitives/phrase.tsx'
import { TextInput } from '../primitives/text-input.tsx'
import { failureOf } from './act.tsx'
import { Written } from '../primitives/written.tsx'

type Props = {
  lot: { readonly source: string; readonly outcome: string | null; readonly may: boolean } | null
}

/** The public draw that the regulation names: what it gave, or where the president records it, once. */
export function LotPanel({ lot }: Props) {
  const t = useT()
  const failure = failureOf(useActionData())
  if (lot === null || (lot.outcome === null && !lot.may)) return null
  const { source, outcome } = lot
  const error = (name: string): string | undefined => {
    const key = failure?.fieldErrors[name]
    return key === undefined ? undefined : t(key)
  }
  const named = <Written as="bdi">{source}</Written>
  return (
    <section className="fig" aria-labelledby="lot">
      <header>
        <h2 id="lot">{t('deliberation.lot.title')}</h2>
      </header>
      {outcome === null ? (
        <div className="stack">
          <p>
            <Phrase k="deliberation.lot.lead" parts={{ source: named }} />
          </p>
          <Form method="post" className="stack">
            <input type="hidden" name="intent" value="draw-lot" />
            {(['outcome', 'again'] as const).map((name) => (
              <TextInput
                key={name}
                name={name}
                look="short"
                dir="auto"
                label={t(`deliberation.lot.${name}`)}
                hint={name === 'outcome' ? t('deliberation.lot.outcomeNote') : undefined}
                defaultValue={failure?.typed[name] ?? ''}
                error={error(name)}
              />
            ))}
            <div className="acts">
              <Button variant="primary">{t('deliberation.lot.record')}</Button>
            </div>
          </Form>
        </div>
      ) : (
        <p>
          <Phrase
            k="deliberation.lot.drawn"
            parts={{ source: named, outcome: <Written as="bdi">{outcome}</Written> }}
          />
        </p>
      )}
    </section>
  )
}
