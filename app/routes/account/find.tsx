import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findSearch, readSearch } from '#app/forms/paging.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { paths } from '#app/http/paths.ts'
import { forbidden } from '#app/http/respond.server.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { findAtOffice } from '#app/queries/account/find.ts'
import { Notes } from '#app/ui/palette/notes.tsx'
import { GROUPS, placesOf } from '#app/ui/palette/places.ts'
import { FilterBar } from '#app/ui/patterns/filter-bar.tsx'
import { Link } from '#app/ui/primitives/link.tsx'
import { TextInput } from '#app/ui/primitives/text-input.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'

/** The command palette as a page, for whoever has no script; with script, its answers. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { q } = readSearch(args.request.url, findSearch)
  const found = await findAtOffice(args.context.app, actor, q ?? '')
  if (!found.ok) throw forbidden()
  return found.value
}

export const handle = { scripts: true, title: 'work.palette.title' }

export default function FindPage() {
  const t = useT()
  const locale = useLocale()
  const found = useLoaderData<typeof loader>()
  const places = placesOf(t, found, found.asked)
  const filled = GROUPS.filter((group) => places[group].length > 0)
  return (
    <>
      <WorkTitle title={t('work.palette.title')} />
      <FilterBar action={paths.find(locale)} submit={t('common.action.search')}>
        <TextInput
          name="q"
          type="search"
          label={t('work.palette.label')}
          optional="unsaid"
          defaultValue={found.asked}
        />
      </FilterBar>
      <div className="stack stack--loose">
        {filled.length === 0 ? <p>{t('work.palette.none')}</p> : null}
        {filled.map((group) => (
          <section key={group} className="stack stack--tight">
            <h2>{t(`work.palette.${group}`)}</h2>
            <ul className="stack stack--tight">
              {places[group].map(({ href, label, notes }) => (
                <li key={href}>
                  <Link href={href}>
                    <bdi dir="auto">{label}</bdi>
                  </Link>{' '}
                  <Notes notes={notes} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  )
}
