import { Fragment } from 'react'
import type { Block, Cell, Column, Pair, Spoken, Words } from '#app/domain/document/block.ts'
import { dirOf } from '#app/i18n/locales.ts'
import { useLocale } from '#app/i18n/provider.tsx'
import { SummaryList } from '../patterns/summary-list.tsx'
import { Table } from '../primitives/table.tsx'

/** An official document is in Arabic and in French: every other page shows the French. */
const useSide = (): 'ar' | 'fr' => (useLocale() === 'ar' ? 'ar' : 'fr')

function Piece({ of }: { of: Spoken }) {
  const locale = useLocale()
  const { text, lang, runs } = of
  if (runs !== undefined)
    return runs.map((run, at) =>
      run.lang === lang ? <Fragment key={at}>{run.text}</Fragment> : <Piece key={at} of={run} />,
    )
  if (lang === locale) return <bdi>{text}</bdi>
  return (
    <bdi lang={lang} dir={dirOf(lang === 'ar' ? 'ar' : 'fr')}>
      {text}
    </bdi>
  )
}
const Side = ({ of }: { of: Pair }) => <Piece of={of[useSide()]} />
function Label({ of }: { of: Words }) {
  const side = useSide()
  return <Piece of={{ text: of[side], lang: side }} />
}
const Neutral = ({ text }: { text: string }) => (
  <bdi dir="auto" className="code">
    {text}
  </bdi>
)

function CellText({ cell }: { cell: Cell }) {
  if ('pair' in cell) return <Side of={cell.pair} />
  if ('code' in cell)
    return (
      <bdi dir="ltr" className="nowrap">
        {cell.code}
      </bdi>
    )
  return <bdi>{cell.plain}</bdi>
}

type Of<K extends Block['is']> = Extract<Block, { readonly is: K }>

function Rows({ block, caption }: { block: Of<'table'>; caption: string }) {
  const side = useSide()
  return (
    <Table
      caption={caption}
      captionHidden
      narrow="rows"
      columns={block.columns.map((column: Column, at) => ({
        key: String(at),
        header: column.label[side],
        cell: ({ cells }: { cells: readonly Cell[] }) => {
          const cell = cells[at]
          return cell === undefined ? null : <CellText cell={cell} />
        },
      }))}
      rows={block.rows.map((cells, at) => ({ cells, key: String(at) }))}
      rowKey={({ key }) => key}
    />
  )
}

const Prize = ({ block }: { block: Of<'award'> }) => (
  <>
    <p>
      <b>
        <Side of={block.slot} />
      </b>{' '}
      – <Side of={block.outcome} />
    </p>
    {block.winners.map(({ reference, title, administration }) => (
      <p key={reference}>
        <Side of={title} /> (<bdi dir="ltr">{reference}</bdi>) – <Side of={administration} />
      </p>
    ))}
    {block.reason === null ? null : (
      <p>
        <Side of={block.reason} />
      </p>
    )}
  </>
)

function One({ block, caption }: { block: Block; caption: string }) {
  switch (block.is) {
    case 'section':
      return (
        <h2>
          <Side of={block.title} />
        </h2>
      )
    case 'text':
    case 'statement':
      return (
        <p className={block.is === 'text' && block.small ? 'hint' : undefined}>
          <Side of={block.text} />
        </p>
      )
    case 'facts':
      return (
        <SummaryList
          ruled={false}
          facts={block.rows.map((row) => ({
            term: <Label of={row.label} />,
            value: 'value' in row ? <Side of={row.value} /> : <Neutral text={row.neutral} />,
          }))}
        />
      )
    case 'table':
      return <Rows block={block} caption={caption} />
    case 'award':
      return <Prize block={block} />
    case 'quote':
      return block.paragraphs.map((paragraph, at) => (
        <blockquote key={at} dir="auto">
          <Piece of={paragraph} />
        </blockquote>
      ))
    case 'signatures':
      return (
        <SummaryList
          ruled={false}
          facts={block.lines.map(({ name, role, signed }) => ({
            term: (
              <>
                <bdi>{name}</bdi> – <Side of={role} />
              </>
            ),
            value: <Side of={signed} />,
          }))}
        />
      )
    case 'points':
    case 'places':
      return (
        <ul>
          {block.items.map((item, at) => (
            <li key={at}>
              <Side of={'place' in item ? item.place : item} />
              {'passage' in item && item.passage !== null ? <Piece of={item.passage} /> : null}
            </li>
          ))}
        </ul>
      )
  }
}

/** The body of an official document on a page: every block that the paper has, in one language. */
export function DocumentBody({ blocks, caption }: { blocks: readonly Block[]; caption: string }) {
  const side = useSide()
  // A table is named by the section that it stands in.
  const titles = blocks.map((_, at) => {
    const section = blocks.slice(0, at + 1).findLast((one) => one.is === 'section')
    return section?.is === 'section' ? section.title[side].text : caption
  })
  return blocks.map((block, at) => <One key={at} block={block} caption={titles[at] ?? caption} />)
}
