import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { keySign, readShortcuts, SHORTCUT_KEYS, SHORTCUTS } from '#app/domain/scoring/shortcuts.ts'
import { shortcutsForm } from '#app/forms/account.form.ts'
import { requireActor, requireWholeSession } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { actionHeaders, identityRefused } from '#app/http/identity-answer.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { paths } from '#app/http/paths.ts'
import { failed, respond } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/provider.tsx'
import { setShortcuts } from '#app/services/account/set-shortcuts.ts'
import { AccountForm, errorAt } from '#app/ui/account/account-form.tsx'
import { failureIn } from '#app/ui/account/failure-in.ts'
import { Button } from '#app/ui/primitives/button.tsx'
import { Checkbox } from '#app/ui/primitives/checkboxes.tsx'
import { Select } from '#app/ui/primitives/select.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'

export const headers = actionHeaders

export async function loader(args: LoaderFunctionArgs) {
  return readShortcuts((await requireWholeSession(args)).shortcuts)
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const parsed = await parseForm(args.request, shortcutsForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const done = await setShortcuts(args.context.app, actor, parsed.value)
  return done.ok
    ? respond(done, { to: paths.shortcuts(localeOf(args.params)), flash: 'account.flash.shortcuts' })
    : identityRefused(done, parsed.typed)
}

export const handle = { scripts: true, title: 'account.shortcuts.title' }

export default function ShortcutsPage() {
  const t = useT()
  const { on, keys } = useLoaderData<typeof loader>()
  const failure = failureIn(useActionData())
  const choices = SHORTCUT_KEYS.map((value) => ({ value, label: keySign(value) }))
  return (
    <>
      <WorkTitle
        title={t('account.shortcuts.title')}
        crumbs={[{ href: paths.profile(t.locale), label: t('account.nav.profile') }]}
      />
      <AccountForm failure={failure}>
        <p>{t('account.shortcuts.lead')}</p>
        <Checkbox
          name="on"
          label={t('account.shortcuts.on')}
          note={t('account.shortcuts.onNote')}
          checked={failure ? failure.typed['on'] === 'on' : on}
        />
        {SHORTCUTS.map((name) => (
          <Select
            key={name}
            name={`keys.${name}`}
            label={t(`account.shortcuts.${name}`)}
            choices={choices}
            empty={false}
            dir="ltr"
            defaultValue={failure?.typed[`keys.${name}`] ?? keys[name]}
            error={errorAt(t, failure, `keys.${name}`)}
          />
        ))}
        <div className="acts">
          <Button variant="primary">{t('common.action.save')}</Button>
        </div>
      </AccountForm>
    </>
  )
}
