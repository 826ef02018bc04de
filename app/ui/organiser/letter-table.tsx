import { Form } from '@remix-run/react'
import type { LetterState } from '#app/domain/notice/hold.ts'
import { useT } from '#app/i18n/provider.tsx'
import { Button } from '../primitives/button.tsx'
import type { IconName } from '../primitives/icon.tsx'
import { Phrase } from '../primitives/phrase.tsx'
import { Reference } from '../primitives/reference.tsx'
import { Table } from '../primitives/table.tsx'
import { Tag, type TagKind } from '../primitives/tag.tsx'
import { Time } from '../primitives/time.tsx'

type Line = {
  readonly id: string
  readonly notice: string
  readonly recipient: string
  readonly reference: string | null
  readonly state: LetterState
  readonly attempts: number
  readonly createdAt: number
  readonly sentAt: number | null
  readonly readAt: number | null
  readonly hasAccount: boolean
  readonly act: 'hold' | 'release' | 'again' | null
  readonly waits: boolean
}

const LOOKS = {
  pending: ['wait', 'clock'],
  held: ['draft', 'lock'],
  sent: ['ok', 'check'],
  failed: ['bad', 'x'],
} as const satisfies Record<LetterState, readonly [TagKind, IconName]>

/** The state in a word; when it left, or how often it was tried in vain. */
function Sending({ line: { state, attempts, sentAt, waits } }: { line: Line }) {
  const t = useT()
  const [kind, icon] = LOOKS[waits ? 'held' : state]
  return (
    <>
      <Tag kind={kind} icon={icon}>
        {t(`campaign.letters.state.${waits ? 'waits' : state}`)}
      </Tag>{' '}
      {state === 'sent' && sentAt !== null ? <Time at={sentAt} style="short" /> : null}
      {state !== 'sent' && attempts > 0 ? t('campaign.letters.attempts', { count: attempts }) : null}
    </>
  )
}

function Reading({ line: { hasAccount, readAt } }: { line: Line }) {
  const t = useT()
  if (readAt !== null)
    return <Phrase k="campaign.letters.readOn" parts={{ at: <Time at={readAt} style="short" /> }} />
  return t(hasAccount ? 'campaign.letters.unread' : 'campaign.letters.noAccount')
}

/** Says of which letter it speaks: a page holds fifty of the same buttons. */
function Decide({ line: { id, act, recipient } }: { line: Line }) {
  const t = useT()
  if (act === null) return null
  return (
    <Form method="post">
      <input type="hidden" name="letterId" value={id} />
      <Button size="small" name="intent" value={act}>
        {t(`campaign.letters.act.${act}`)}
        <span className="vh">
          {' '}
          <bdi>{recipient}</bdi>
        </span>
      </Button>
    </Form>
  )
}

/** The letters of a campaign: the title of each is its own, its text stays its recipient's. */
export function LetterTable({ rows }: { rows: readonly Line[] }) {
  const t = useT()
  const column = (name: string) => t(`campaign.letters.column.${name}`)
  return (
    <div className="letters">
      <Table
        caption={t('campaign.letters.caption')}
        captionHidden
        empty={t('campaign.letters.empty')}
        narrow="rows"
        columns={[
          {
            key: 'title',
            header: column('title'),
            cell: ({ notice }) => t(`emails.notices.${notice}.title`),
          },
          { key: 'recipient', header: column('recipient'), cell: ({ recipient }) => <bdi>{recipient}</bdi> },
          {
            key: 'reference',
            header: column('reference'),
            cell: ({ reference }) => (reference === null ? null : <Reference code>{reference}</Reference>),
          },
          {
            key: 'written',
            header: column('written'),
            cell: ({ createdAt }) => <Time at={createdAt} style="short" />,
          },
          { key: 'sending', header: column('sending'), cell: (line) => <Sending line={line} /> },
          { key: 'reading', header: column('reading'), cell: (line) => <Reading line={line} /> },
          ...(rows.some(({ act }) => act !== null)
            ? [
                {
                  key: 'act',
                  header: column('act'),
                  named: false,
                  pressed: true,
                  cell: (line: Line) => <Decide line={line} />,
                },
              ]
            : []),
        ]}
        rows={rows}
        rowKey={({ id }) => id}
      />
    </div>
  )
}
