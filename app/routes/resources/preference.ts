import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { preferenceForm } from '#app/forms/account.form.ts'
import { parseForm } from '#app/http/form.server.ts'
import {
  LOCALE_COOKIE,
  preferenceCookie,
  preferredLocale,
  safePath,
  THEME_COOKIE,
} from '#app/http/locale.server.ts'
import { inLocale, paths } from '#app/http/paths.ts'

/** Language and theme, by a plain form: a cookie each, then back to the page. */
export async function action({ request }: ActionFunctionArgs) {
  const parsed = await parseForm(request, preferenceForm)
  if (!parsed.ok) return new Response(null, { status: 400 })
  const { locale, theme, returnTo } = parsed.value
  const headers = new Headers()
  if (locale) headers.append('set-cookie', preferenceCookie(LOCALE_COOKIE, locale))
  if (theme)
    headers.append(
      'set-cookie',
      theme === 'system'
        ? `${THEME_COOKIE}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0`
        : preferenceCookie(THEME_COOKIE, theme),
    )
  const back = safePath(returnTo, paths.home(locale ?? preferredLocale(request)))
  return redirect(locale ? inLocale(back, locale) : back, { status: 303, headers })
}

export const loader = () => {
  throw new Response(null, { status: 404 })
}
