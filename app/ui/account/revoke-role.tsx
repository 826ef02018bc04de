import { useT } from '#app/i18n/provider.tsx'
import { AskFirst } from '../patterns/ask-first.tsx'
import { Button } from '../primitives/button.tsx'

/** Takes a role away, after what follows from it has been said. */
export function RevokeRole({ grantId }: { grantId: string }) {
  const t = useT()
  return (
    <AskFirst label={t('account.office.revoke')} says={t('account.office.revokeSays')}>
      <form method="post">
        <input type="hidden" name="intent" value="revoke" />
        <Button size="small" variant="danger" name="grantId" value={grantId}>
          {t('account.office.revoke')}
        </Button>
      </form>
    </AskFirst>
  )
}
