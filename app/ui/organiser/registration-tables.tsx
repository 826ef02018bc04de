import { Form } from '@remix-run/react'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { useT } from '#app/i18n/provider.tsx'
import { Button } from '../primitives/button.tsx'
import { EmailAddress } from '../primitives/email-address.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Table } from '../primitives/table.tsx'
import { Time } from '../primitives/time.tsx'

type Body = {
  readonly id: string
  readonly name: Localized
  readonly type: string
  readonly parent: Localized | null
  readonly createdAt: number
  readonly version: number
}
type MandateAsked = {
  readonly id: string
  readonly person: string
  readonly email: string
  readonly administration: Localized
  readonly administrationApproved: boolean
  readonly role: string
  readonly requestedAt: number
  readonly own: boolean
  readonly version: number
}

/** The two buttons of a line: one form, the button pressed says what is decided. */
function Decide({
  field,
  row,
  yes,
  no,
}: {
  field: string
  row: { readonly id: string; readonly version: number }
  yes: readonly [string, string]
  no: readonly [string, string]
}) {
  return (
    <Form method="post" className="row-line row-line--tight">
      <input type="hidden" name={field} value={row.id} />
      <input type="hidden" name="version" value={row.version} />
      <Button size="small" name="intent" value={yes[0]}>
        {yes[1]}
      </Button>
      <Button size="small" variant="danger" name="intent" value={no[0]}>
        {no[1]}
      </Button>
    </Form>
  )
}

export function BodyRequests({ bodies }: { bodies: readonly Body[] }) {
  const t = useT()
  const say = (key: string) => t(`campaign.registrations.${key}`)
  return (
    <section className="blk">
      <header>
        <h2>{say('bodies')}</h2>
      </header>
      <Table
        caption={say('bodies')}
        captionHidden
        empty={say('bodiesEmpty')}
        columns={[
          { key: 'name', header: say('column.name'), cell: (body) => <LocalizedText text={body.name} /> },
          {
            key: 'type',
            header: say('column.type'),
            cell: (body) => t(`campaign.administrationType.${body.type}`),
          },
          {
            key: 'parent',
            header: say('column.parent'),
            cell: (body) => (body.parent === null ? say('noParent') : <LocalizedText text={body.parent} />),
          },
          {
            key: 'asked',
            header: say('column.asked'),
            cell: (body) => <Time at={body.createdAt} style="short" />,
          },
          {
            key: 'act',
            header: say('column.act'),
            pressed: true,
            named: false,
            cell: (body) => (
              <Decide
                field="administrationId"
                row={body}
                yes={['approve-administration', say('approve')]}
                no={['refuse-administration', say('refuse')]}
              />
            ),
          },
        ]}
        rows={bodies}
        rowKey={(body) => body.id}
        narrow="rows"
      />
    </section>
  )
}

export function MandateRequests({ mandates, may }: { mandates: readonly MandateAsked[]; may: boolean }) {
  const t = useT()
  const say = (key: string) => t(`campaign.registrations.${key}`)
  const decision = (mandate: MandateAsked) => {
    if (!may) return say('notYours')
    if (mandate.own) return say('own')
    if (!mandate.administrationApproved) return say('waitsForBody')
    return (
      <Decide
        field="mandateId"
        row={mandate}
        yes={['grant-mandate', say('grant')]}
        no={['revoke-mandate', say('turnAway')]}
      />
    )
  }
  return (
    <section className="blk">
      <header>
        <h2>{say('mandates')}</h2>
      </header>
      <Table
        caption={say('mandates')}
        captionHidden
        empty={say('mandatesEmpty')}
        columns={[
          {
            key: 'person',
            header: say('column.person'),
            cell: (mandate) => (
              <>
                <bdi>{mandate.person}</bdi>
                <small className="tasks__hint">
                  <EmailAddress>{mandate.email}</EmailAddress>
                </small>
              </>
            ),
          },
          {
            key: 'administration',
            header: say('column.name'),
            cell: (mandate) => <LocalizedText text={mandate.administration} />,
          },
          { key: 'role', header: say('column.role'), cell: (mandate) => say(`role.${mandate.role}`) },
          {
            key: 'asked',
            header: say('column.asked'),
            cell: (mandate) => <Time at={mandate.requestedAt} style="short" />,
          },
          { key: 'act', header: say('column.act'), named: false, pressed: true, cell: decision },
        ]}
        rows={mandates}
        rowKey={(mandate) => mandate.id}
        narrow="rows"
      />
    </section>
  )
}
