import type { Instant } from '#app/domain/kernel/instant.ts'
import { toDate } from '#app/domain/kernel/instant.ts'
import type { NoticeDraft } from '#app/domain/notice/draft.ts'
import type { Tx } from './client.server.ts'

type Names = { readonly rowId: () => string }

/** Owes each notice: the in-app row and the mail, in the transaction of the act (law 5). */
export async function oweNotices(
  tx: Tx,
  ids: Names,
  notices: readonly NoticeDraft[],
  now: Instant,
): Promise<void> {
  const at = toDate(now)
  for (const notice of notices) {
    const facts = JSON.stringify(notice.facts)
    if ('personId' in notice.to) {
      await tx.$executeRaw`SELECT owe_notice(${ids.rowId()}::uuid, ${ids.rowId()}::uuid, ${notice.to.personId}::uuid,
        ${notice.name}, ${facts}::jsonb, ${notice.campaignId}::uuid, ${at})`
    } else {
      await tx.$executeRaw`SELECT owe_mail(${ids.rowId()}::uuid, ${notice.to.email}, ${notice.to.locale},
        ${notice.name}, ${facts}::jsonb, ${notice.campaignId}::uuid, ${at})`
    }
  }
}
