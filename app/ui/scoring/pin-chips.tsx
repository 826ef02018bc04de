import { useContext } from 'react'
import { type Pin, placeInPiece } from '#app/domain/nomination/pin.ts'
import { paths } from '#app/http/paths.ts'
import { useT } from '#app/i18n/provider.tsx'
import { PlacesContext } from './pin-places.ts'

function PassageChip({ pin, number }: { pin: Extract<Pin, { kind: 'passage' }>; number: number }) {
  const t = useT()
  const { sections } = useContext(PlacesContext)
  const part = sections.indexOf(pin.section) + 1
  return (
    <a className="pin" href={`#${pin.section}`} data-pinned={number}>
      <i>{number}</i>
      <span className="vh">{t('jury.pin.part', { part })}</span>
      <bdi aria-hidden="true">§ {part}</bdi> <bdi dir="auto">{pin.quote}</bdi>
    </a>
  )
}

function PieceChip({ pin, number }: { pin: Exclude<Pin, { kind: 'passage' }>; number: number }) {
  const t = useT()
  const { files } = useContext(PlacesContext)
  const file = files.find(({ fileId }) => fileId === pin.fileId)
  const at = placeInPiece(pin)
  const where = at === null ? null : t(pin.kind === 'page' ? 'jury.pin.page' : 'jury.pin.at', { at })
  const words = (
    <>
      <i>{number}</i>
      <bdi dir="auto">{file === undefined ? t('jury.pin.gone') : file.title || file.name}</bdi>
      {where === null ? null : <span className="pin__at">{where}</span>}
    </>
  )
  if (file === undefined) return <span className="pin">{words}</span>
  return (
    <a
      className="pin"
      href={paths.file(file.fileId)}
      download=""
      data-pdf={pin.kind === 'page' ? '' : undefined}
      data-page={pin.kind === 'page' ? pin.page : undefined}
    >
      {words}
    </a>
  )
}

/** The evidence of one mark, numbered: each leads to its place in the dossier. */
export function PinChips({ pins }: { pins: readonly Pin[] }) {
  const t = useT()
  if (pins.length === 0) return null
  return (
    <ol className="pins__list" aria-label={t('jury.pin.title')}>
      {pins.map((pin, index) => (
        <li key={index}>
          {pin.kind === 'passage' ? (
            <PassageChip pin={pin} number={index + 1} />
          ) : (
            <PieceChip pin={pin} number={index + 1} />
          )}
        </li>
      ))}
    </ol>
  )
}
