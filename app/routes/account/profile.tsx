import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { profileForm } from '#app/forms/account.form.ts'
import { requireActor, requireWholeSession } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { actionHeaders, identityRefused } from '#app/http/identity-answer.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { paths } from '#app/http/paths.ts'
import { failed, respond } from '#app/http/respond.server.ts'
import { LOCALES, localeFacts } from '#app/i18n/locales.ts'
import { useT } from '#app/i18n/provider.tsx'
import { updateProfile } from '#app/services/account/update-profile.ts'
import { AccountForm, errorAt } from '#app/ui/account/account-form.tsx'
import { failureIn } from '#app/ui/account/failure-in.ts'
import { Button } from '#app/ui/primitives/button.tsx'
import { EmailAddress } from '#app/ui/primitives/email-address.tsx'
import { Link } from '#app/ui/primitives/link.tsx'
import { Select } from '#app/ui/primitives/select.tsx'
import { TextInput } from '#app/ui/primitives/text-input.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'

export const headers = actionHeaders

export async function loader(args: LoaderFunctionArgs) {
  const { actor, email } = await requireWholeSession(args)
  return { name: actor.name, locale: actor.locale, email }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const parsed = await parseForm(args.request, profileForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const done = await updateProfile(args.context.app, actor, parsed.value)
  return done.ok
    ? respond(done, { to: paths.profile(localeOf(args.params)), flash: 'account.flash.profile' })
    : identityRefused(done, parsed.typed)
}

export const handle = { scripts: true, title: 'account.profile.title' }

export default function Profile() {
  const t = useT()
  const { name, locale, email } = useLoaderData<typeof loader>()
  const failure = failureIn(useActionData())
  const languages = LOCALES.map((value) => ({ value, label: localeFacts[value].endonym, lang: value }))
  return (
    <>
      <WorkTitle title={t('account.profile.title')} meta={<EmailAddress>{email}</EmailAddress>} />
      <AccountForm failure={failure}>
        <TextInput
          name="name"
          label={t('account.field.name')}
          autoComplete="name"
          defaultValue={failure?.typed.name ?? name}
          error={errorAt(t, failure, 'name')}
        />
        <Select
          name="locale"
          label={t('account.field.locale')}
          hint={t('account.hint.locale')}
          choices={languages}
          empty={false}
          defaultValue={failure?.typed.locale ?? locale}
          error={errorAt(t, failure, 'locale')}
        />
        <div className="acts">
          <Button variant="primary">{t('common.action.save')}</Button>
          <Link href={paths.shortcuts(t.locale)}>{t('account.shortcuts.title')}</Link>
        </div>
      </AccountForm>
    </>
  )
}
