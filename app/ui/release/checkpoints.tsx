import { useT } from '#app/i18n/provider.tsx'

/** The newest signed checkpoint in full, those before it folded. */
export function Checkpoints({ notes: [newest, ...earlier] }: { notes: readonly string[] }) {
  const t = useT()
  const shown = (note: string) => (
    <pre className="api" tabIndex={0} key={note}>
      {note}
    </pre>
  )
  return (
    <>
      {newest === undefined ? null : shown(newest)}
      {earlier.length === 0 ? null : (
        <details className="fold">
          <summary>{t('results.trail.earlier', { count: earlier.length })}</summary>
          {earlier.map(shown)}
        </details>
      )}
    </>
  )
}
