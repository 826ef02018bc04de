import { useT } from '#app/i18n/provider.tsx'

export type Theme = 'light' | 'dark' | 'system'

/** Appearance, by a plain form: the answer is a cookie. */
export function ThemeForm({ action, theme, returnTo }: { action: string; theme: Theme; returnTo?: string }) {
  const t = useT()
  return (
    <form method="post" action={action} className="theme-form">
      {returnTo === undefined ? null : <input type="hidden" name="returnTo" value={returnTo} />}
      <span id="theme-label">{t('common.theme.label')}</span>
      <span role="group" aria-labelledby="theme-label">
        {(['system', 'light', 'dark'] as const).map((choice) => (
          <button key={choice} name="theme" value={choice} aria-pressed={choice === theme}>
            {t(`common.theme.${choice}`)}
          </button>
        ))}
      </span>
    </form>
  )
}
