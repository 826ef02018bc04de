import type { FormFailure } from '#app/forms/failure.ts'
import { paths } from '#app/http/paths.ts'
import { useT } from '#app/i18n/provider.tsx'
import { ConfirmPage } from '../patterns/confirm-page.tsx'
import { Button } from '../primitives/button.tsx'
import { DossierHead, type HeadShown } from './dossier-head.tsx'
import { FailureMessages } from './failure-messages.tsx'

type Props = {
  readonly move: 'withdraw' | 'resubmit'
  readonly head: HeadShown & { readonly id: string; readonly version: number }
  readonly now: number
  /** Whether a withdrawn nomination could still be taken up again. */
  readonly resumable?: boolean
  readonly failure: FormFailure | undefined
}

/** A move of the whole dossier, asked once more before it is made; the form carries the version that is shown. */
export function MovePage({ move, head, now, resumable = true, failure }: Props) {
  const t = useT()
  return (
    <>
      <DossierHead head={head} now={now} />
      <ConfirmPage
        question={t(`nomination.${move}.question`)}
        backHref={paths.nominationRead(t.locale, head.id)}
        form={
          <form method="post">
            <input type="hidden" name="version" value={head.version} />
            <Button variant={move === 'withdraw' ? 'danger' : 'primary'}>
              {t(`nomination.${move}.action`)}
            </Button>
          </form>
        }
      >
        <FailureMessages failure={failure} area="nomination" />
        <p>{t(resumable ? `nomination.${move}.body` : 'nomination.withdraw.bodyClosed')}</p>
      </ConfirmPage>
    </>
  )
}
