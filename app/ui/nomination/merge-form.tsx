import type { AnswerValue } from '#app/domain/nomination/answers.ts'
import type { FormFailure } from '#app/forms/failure.ts'
import { DEFAULT_FORM } from '#app/domain/nomination/default-form.ts'
import { fieldFor } from '#app/domain/nomination/answers.ts'
import { useT } from '#app/i18n/provider.tsx'
import { Phrase } from '../primitives/phrase.tsx'
import { Reference } from '../primitives/reference.tsx'
import { Button } from '../primitives/button.tsx'
import { TextArea } from '../primitives/text-area.tsx'
import { Time } from '../primitives/time.tsx'
import { AnswerText } from './answers-read.tsx'
import { sentence } from './failure-messages.tsx'
import type { AnswerShown } from './question.tsx'
import { questionOf } from './words.ts'

type Props = {
  rescued: { readonly id: string; readonly field: string; readonly value: AnswerValue; readonly at: number }
  author: string
  current: AnswerShown | undefined
  /** Of the last sending, whichever text it was about. */
  failure: FormFailure | undefined
}

/** Both texts side by side; a text is chosen or written anew, a list is compared and then edited in its section. */
export function MergeForm({ rescued, author, current, failure }: Props) {
  const t = useT()
  const field = fieldFor(DEFAULT_FORM, rescued.field)
  if (field === undefined) return null
  const mine = failure?.typed['rescuedId'] === rescued.id ? failure : undefined
  const wrong = mine?.fieldErrors['value']
  const version = Number(current?.mark.split('-')[0] ?? 0)
  const isText = typeof rescued.value === 'string'
  const side = rescued.field.endsWith('.ar') ? 'ar' : rescued.field.endsWith('.fr') ? 'fr' : undefined
  return (
    <section className="stack">
      <h2 className="h-sec">{questionOf(t, rescued.field)}</h2>
      <div className="merge">
        <div className="answer">
          <h3>{t('nomination.merge.stored')}</h3>
          {current === undefined ? (
            <p className="muted">{t('nomination.merge.empty')}</p>
          ) : (
            <AnswerText field={field} answerKey={rescued.field} value={current.value} />
          )}
        </div>
        <div className="answer">
          <h3>
            <Phrase
              k="nomination.merge.kept"
              parts={{ name: <Reference>{author}</Reference>, at: <Time at={rescued.at} style="short" /> }}
            />
          </h3>
          <AnswerText field={field} answerKey={rescued.field} value={rescued.value} />
        </div>
      </div>
      <form method="post" className="form form--wide" noValidate>
        <input type="hidden" name="rescuedId" value={rescued.id} />
        <input type="hidden" name="field" value={rescued.field} />
        <input type="hidden" name="version" value={version} />
        {isText ? (
          <TextArea
            name="value"
            // The refused text takes the name of the field, where the summary leads; several forms stand on one page.
            id={wrong === undefined ? `merge-${rescued.id}` : undefined}
            label={t('nomination.merge.final')}
            lang={side}
            rows={6}
            error={wrong === undefined ? undefined : sentence(t, wrong)}
            defaultValue={mine?.typed['value'] ?? (typeof current?.value === 'string' ? current.value : '')}
          />
        ) : (
          <p className="sm muted">{t('nomination.merge.list')}</p>
        )}
        <Button icon="check">{t(isText ? 'nomination.merge.save' : 'nomination.merge.settle')}</Button>
      </form>
    </section>
  )
}
