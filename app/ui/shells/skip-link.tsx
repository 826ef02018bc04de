import { useT } from '#app/i18n/provider.tsx'

/** First in the page: straight to the content, or to the rubric. */
export function SkipLink({ to = 'content', label }: { to?: string; label?: string }) {
  const t = useT()
  return (
    <a className="skip" href={`#${to}`}>
      {label ?? t('common.skip.content')}
    </a>
  )
}
