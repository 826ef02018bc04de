import { Form } from '@remix-run/react'
import type { Localized } from '#app/domain/kernel/localized.ts'
import type { FormFailure } from '#app/forms/failure.ts'
import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { Button } from '../primitives/button.tsx'
import { Link } from '../primitives/link.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Reference } from '../primitives/reference.tsx'
import { Select } from '../primitives/select.tsx'
import { Table } from '../primitives/table.tsx'

type AssignmentFacts = {
  readonly campaignId: string
  readonly readers: readonly { readonly seatId: string; readonly name: string }[]
  readonly page: {
    readonly rows: readonly {
      readonly nominationId: string
      readonly reference: string
      readonly title: Localized
      readonly lacking: number
      readonly version: number
      readonly readers: readonly { readonly seatId: string; readonly done: boolean }[]
      readonly proposed: readonly string[]
    }[]
  }
  readonly isSecondRound: boolean
  readonly can: { readonly move: boolean }
}
type File = AssignmentFacts['page']['rows'][number]

function Readers({ file, facts }: { file: File; facts: AssignmentFacts }) {
  const t = useT()
  const nameOf = (seatId: string): string => facts.readers.find((one) => one.seatId === seatId)?.name ?? '–'
  return (
    <ul className="assign-readers">
      {file.readers.map(({ seatId, done }) => (
        <li key={seatId}>
          <bdi>{nameOf(seatId)}</bdi>{' '}
          {done ? (
            <small>{t('work.heat.sealed')}</small>
          ) : facts.can.move ? (
            <Form method="post">
              <input type="hidden" name="nominationId" value={file.nominationId} />
              <input type="hidden" name="seatId" value={seatId} />
              <input type="hidden" name="version" value={file.version} />
              <Button size="small" variant="ghost" name="intent" value="unassign">
                {t('jury.assignment.remove')}
                <span className="vh">
                  {' '}
                  {t('common.pair.named', { name: nameOf(seatId), detail: file.reference })}
                </span>
              </Button>
            </Form>
          ) : null}
        </li>
      ))}
      {file.proposed.map((seatId) => (
        <li key={seatId}>
          <bdi>{nameOf(seatId)}</bdi> <span className="assign-added">{t('jury.assignment.proposed')}</span>
        </li>
      ))}
    </ul>
  )
}

/** Each file has the same field: its id tells them apart. */
const addReaderId = (nominationId: string): string => `add-${nominationId}`

type Refused = FormFailure | undefined
/** The file whose added reader was refused. */
const refusedFile = (failure: Refused): string | undefined =>
  failure?.typed['intent'] === 'assign' ? failure.typed['nominationId'] : undefined

/** Where the summary of a refused reader leads: to the field of that file. */
export function addReaderAt(failure: Refused): Readonly<Record<string, string>> {
  const nominationId = refusedFile(failure)
  return nominationId === undefined ? {} : { seatId: addReaderId(nominationId) }
}

function Add({ file, facts, failure }: { file: File; facts: AssignmentFacts; failure: Refused }) {
  const t = useT()
  const key = refusedFile(failure) === file.nominationId ? failure?.fieldErrors['seatId'] : undefined
  const free = facts.readers.filter((one) => !file.readers.some((reader) => reader.seatId === one.seatId))
  return (
    <Form method="post" className="assign-add">
      <input type="hidden" name="nominationId" value={file.nominationId} />
      <input type="hidden" name="version" value={file.version} />
      <Select
        name="seatId"
        id={addReaderId(file.nominationId)}
        label={t('jury.assignment.addReader')}
        error={key === undefined ? undefined : t(key)}
        choices={free.map(({ seatId, name }) => ({ value: seatId, label: name }))}
        defaultValue={refusedFile(failure) === file.nominationId ? failure?.typed['seatId'] : undefined}
      />
      <Button size="small" name="intent" value="assign">
        {t('common.action.add')}
      </Button>
    </Form>
  )
}

/** File by file: who reads it, who lacks, and a hand to change it; in a second round, what such a change is. */
export function AssignmentFiles({ page: facts, failure }: { page: AssignmentFacts; failure: Refused }) {
  const t = useT()
  const locale = useLocale()
  return (
    <>
      {facts.isSecondRound ? <p>{t('jury.assignment.secondRound')}</p> : null}
      <Table
        caption={t('jury.assignment.byFile')}
        narrow="rows"
        rows={facts.page.rows}
        rowKey={(file) => file.nominationId}
        columns={[
          {
            key: 'file',
            header: t('jury.files.file'),
            cell: (file) => (
              <>
                <Reference code>{file.reference}</Reference> <LocalizedText text={file.title} />{' '}
                <small className="assign-why">
                  <Link href={paths.juryAssignmentFile(locale, facts.campaignId, file.nominationId)}>
                    {t('jury.assignment.whyLink')}
                    <span className="vh"> {file.reference}</span>
                  </Link>
                </small>
              </>
            ),
          },
          {
            key: 'readers',
            header: t('jury.assignment.readers'),
            named: false,
            cell: (file) => <Readers file={file} facts={facts} />,
          },
          {
            key: 'lacking',
            header: t('jury.assignment.lacking'),
            numeric: true,
            cell: (file) => (file.lacking === 0 ? null : file.lacking),
          },
          ...(facts.can.move
            ? [
                {
                  key: 'add',
                  header: t('jury.assignment.change'),
                  named: false,
                  cell: (file: File) => <Add file={file} facts={facts} failure={failure} />,
                },
              ]
            : []),
        ]}
      />
    </>
  )
}
