import type { FormFailure } from '#app/forms/failure.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { reasonText } from '#app/i18n/reason.ts'
import { FilterBar } from '../patterns/filter-bar.tsx'
import { RefusalBanner } from '../primitives/refusal-banner.tsx'
import { Button } from '../primitives/button.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { TextInput } from '../primitives/text-input.tsx'
import type { OwnMandate } from './mandate-table.tsx'

type Body = {
  readonly id: string
  readonly name: Localized
  readonly acronym: string | null
  readonly type: string
}
type Found = { readonly asked: string; readonly rows: readonly Body[]; readonly more: boolean }
type Props = { found: Found | null; mandates: readonly OwnMandate[]; failure: FormFailure | undefined }

const ROLES = ['editor', 'signatory'] as const

/** One body, and a button for each capacity that is neither asked for nor held. */
function Result({ body, held }: { body: Body; held: ReadonlySet<string> }) {
  const t = useT()
  const free = ROLES.filter((role) => !held.has(role))
  return (
    <li>
      <div>
        <LocalizedText text={body.name} />
        {body.acronym === null ? null : (
          <>
            {' '}
            (<bdi>{body.acronym}</bdi>)
          </>
        )}
        <span className="tasks__hint">{t(`campaign.administrationType.${body.type}`)}</span>
      </div>
      {free.length === 0 ? (
        <span className="xs muted">{t('account.mandates.search.bothHeld')}</span>
      ) : (
        <form method="post" className="acts">
          <input type="hidden" name="administrationId" value={body.id} />
          {free.map((role) => (
            <Button key={role} size="small" name="role" value={role}>
              {t(`account.mandates.search.ask.${role}`)}
            </Button>
          ))}
        </form>
      )}
    </li>
  )
}

function Results({ found, mandates }: { found: Found; mandates: readonly OwnMandate[] }) {
  const t = useT()
  const heldOf = (id: string): ReadonlySet<string> =>
    new Set(
      mandates
        .filter(
          ({ administrationId, standing }) =>
            administrationId === id && (standing === 'requested' || standing === 'active'),
        )
        .map(({ role }) => role),
    )
  return (
    <>
      <p role="status">
        {t(found.more ? 'account.mandates.search.more' : 'account.mandates.search.count', {
          count: found.rows.length,
        })}
      </p>
      <ul className="notice-list people-list">
        {found.rows.map((body) => (
          <Result key={body.id} body={body} held={heldOf(body.id)} />
        ))}
      </ul>
    </>
  )
}

/** Looks a body up by its name (GET: the search is the address), then asks to act for it. */
export function MandateSearch({ found, mandates, failure }: Props) {
  const t = useT()
  const locale = useLocale()
  const refusal = failure?.formError ?? (failure && { reason: 'form-invalid', facts: {} })
  return (
    <section className="stack" id="ask">
      <h2>{t('account.mandates.search.title')}</h2>
      <p>{t('account.mandates.search.lead')}</p>
      {refusal ? (
        <RefusalBanner of={failure}>{reasonText(t, refusal.reason, refusal.facts, 'account')}</RefusalBanner>
      ) : null}
      <FilterBar action={paths.myMandates(locale)} submit={t('account.mandates.search.submit')}>
        <TextInput
          name="q"
          type="search"
          label={t('account.mandates.search.field')}
          maxLength={100}
          defaultValue={found?.asked ?? ''}
          optional="unsaid"
        />
      </FilterBar>
      {found === null ? null : <Results found={found} mandates={mandates} />}
    </section>
  )
}
