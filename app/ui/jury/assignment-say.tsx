import { useT } from '#app/i18n/provider.tsx'
import { HiddenBecause } from '../patterns/hidden-because.tsx'

type Said = { readonly files: number; readonly missing: number; readonly hidesOwn: boolean }

/** What the page amounts to, in a sentence, and whether it leaves something out for this reader. */
export function AssignmentSay({ files, missing, hidesOwn }: Said) {
  const t = useT()
  return (
    <>
      {hidesOwn ? <HiddenBecause reason="ownBody" /> : null}
      <p className="assign-say">
        {missing === 0
          ? t('jury.assignment.complete', { count: files })
          : t('jury.assignment.missing', { count: missing })}
      </p>
    </>
  )
}
