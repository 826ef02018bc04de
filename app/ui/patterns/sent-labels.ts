import { fieldFor, fieldsOf } from '#app/domain/nomination/answers.ts'
import { DEFAULT_FORM } from '#app/domain/nomination/default-form.ts'
import type { Translator } from '#app/i18n/instance.ts'

type Named = { readonly name: string; readonly value: string }

const own = (field: string): readonly [string, string] => [field, `common.errorPage.again.fields.${field}`]

/** Where the catalogue has the label of a text, by the name under which forms send it, whatever page they stand on. */
const LABELS: ReadonlyMap<string, string> = new Map([
  ...['grounds', 'answer', 'message', 'note', 'comment', 'reason', 'remark', 'privateNotes', 'words'].map(
    own,
  ),
  ...['text', 'title', 'wording'].map(own),
  ...['awardName', 'organiser', 'purposes', 'name', 'description'].map(
    (field) => [field, `campaign.field.${field}`] as const,
  ),
  ...['anchor', 'lowest', 'highest', 'commentAt'].map(
    (field) => [field, `campaign.criterion.${field}`] as const,
  ),
  ['label', 'campaign.slots.label'],
  ['lotSource', 'campaign.scoring.lotSource'],
  ['place', 'deliberation.convene.place'],
  ['phrase', 'deliberation.minutes.phraseLabel'],
  ['outcome', 'deliberation.lot.outcome'],
  ['again', 'deliberation.lot.again'],
])
const LANGUAGES = ['ar', 'fr', 'en', 'zgh']

/** The question of a dossier's answer, or null: `summary.fr`, `partners.0`, and the column and line of `team.0.part`. */
function questionLabel(t: Translator, name: string): string | null {
  const [key = '', line, column] = name.split('.')
  const field = fieldFor(DEFAULT_FORM, name) ?? fieldsOf(DEFAULT_FORM).find((one) => one.key === key)
  if (field === undefined) return null
  const label = t(`nomination.fields.${field.key}.label`)
  if (line === undefined || LANGUAGES.includes(line)) return label
  const row = Number(line) + 1
  const part =
    column === undefined
      ? `${row}`
      : t('nomination.cell', { column: t(`nomination.columns.${field.key}.${column}`), row })
  return t('common.errorPage.again.of', { label, part })
}

/** The label by the last part of a name that has one: `slots.0.label.ar` is a label; `comments.impact` the comment on it. */
function fieldLabel(t: Translator, name: string): string {
  const parts = name.split('.').filter((part) => !LANGUAGES.includes(part))
  const [group, of = ''] = parts
  if (group === 'comments')
    return t('common.errorPage.again.of', { label: t('common.errorPage.again.fields.comment'), part: of })
  const field = parts.findLast((part) => LABELS.has(part))
  const label = t(LABELS.get(field ?? '') ?? 'common.errorPage.again.text')
  return group === 'checks' ? t('common.errorPage.again.of', { label, part: of }) : label
}

/**
 * The label of one text of a form that comes back, in its language. A dossier's answers are known by the marks that come
 * with them, and the text chosen between two by the field that it is for.
 */
export function sentLabel(t: Translator, { name }: Named, sent: readonly Named[]): string {
  const language = name.split('.').findLast((part) => LANGUAGES.includes(part))
  const [key = ''] = name.split('.')
  const isAnswer = sent.some((one) => one.name === `v.${name}` || one.name === `v.${key}`)
  const chosen = name === 'value' ? sent.find((one) => one.name === 'field')?.value : undefined
  const asked = chosen ?? (isAnswer ? name : undefined)
  const label = (asked === undefined ? null : questionLabel(t, asked)) ?? fieldLabel(t, name)
  const spoken = language ?? chosen?.split('.').findLast((part) => LANGUAGES.includes(part))
  return spoken === undefined
    ? label
    : t('common.errorPage.again.inLanguage', { label, language: t(`common.language.${spoken}`) })
}
