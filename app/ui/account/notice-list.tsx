import type { Facts } from '#app/domain/kernel/result.ts'
import { asShown } from '#app/i18n/french-typography.ts'
import { useFormat, useT } from '#app/i18n/provider.tsx'
import { Button } from '../primitives/button.tsx'
import { Link } from '../primitives/link.tsx'
import { Tag } from '../primitives/tag.tsx'
import { Time } from '../primitives/time.tsx'

export type NoticeShown = {
  id: string
  name: string
  facts: Facts
  at: number
  read: boolean
  url: string | null
}

/** The subject of the letter is the title of the notice: one wording for both. */
function useTitle(): (notice: NoticeShown) => string {
  const t = useT()
  const format = useFormat()
  const coded: Readonly<Record<string, string>> = { role: 'emails.roles', event: 'emails.events' }
  return ({ name, facts }) => {
    const said = Object.entries(facts).map(([fact, value]) => {
      if (/(At|Until|^at|^until)$/.test(fact) && typeof value === 'number')
        return [fact, format.dateTime(value, 'long')] as const
      const keys =
        coded[fact] === undefined
          ? []
          : [`${coded[fact]}.${String(value)}`, `account.${fact}.${String(value)}`]
      const key = keys.find((one) => t.has(one))
      if (key !== undefined) return [fact, t(key)] as const
      return [fact, typeof value === 'string' ? asShown(value, t.locale) : value] as const
    })
    const own = `account.notice.${name}`
    const subject = `emails.notices.${name}.subject`
    const values = Object.fromEntries(said)
    return t.has(own) ? t(own, values) : t.has(subject) ? t(subject, values) : t('account.notice.other')
  }
}

export function NoticeList({ notices }: { notices: readonly NoticeShown[] }) {
  const t = useT()
  const titleOf = useTitle()
  return (
    <ul className="notice-list">
      {notices.map((notice) => (
        <li key={notice.id}>
          {notice.read ? (
            <Tag kind="off" icon="check">
              {t('account.notices.read')}
            </Tag>
          ) : (
            <Tag kind="info" icon="mail">
              {t('account.notices.new')}
            </Tag>
          )}
          <div>
            {notice.url === null ? titleOf(notice) : <Link href={notice.url}>{titleOf(notice)}</Link>}
            <span className="tasks__hint">
              <Time at={notice.at} style="long" />
            </span>
          </div>
          {notice.read ? null : (
            <form method="post">
              <Button
                size="small"
                name="noticeId"
                value={notice.id}
                aria-label={t('common.pair.labelled', {
                  label: t('account.notices.markRead'),
                  value: titleOf(notice),
                })}
              >
                {t('account.notices.markRead')}
              </Button>
            </form>
          )}
        </li>
      ))}
    </ul>
  )
}
