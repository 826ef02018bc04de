import { type PointerEvent, useContext, useEffect, useRef, useState } from 'react'
import { MOST_PINS, namesGone, type Pin, pinLines, readPins } from '#app/domain/nomination/pin.ts'
import { useT } from '#app/i18n/provider.tsx'
import { Icon } from '../primitives/icon.tsx'
import { TextArea } from '../primitives/text-area.tsx'
import { PinChips } from './pin-chips.tsx'
import { pinPlacesOf, PlacesContext } from './pin-places.ts'
import { openPage, selectedPassage } from './pin-selection.ts'

type Props = {
  code: string
  pins: readonly Pin[]
  /** What was written and refused: it goes back as it was. */
  written: string | undefined
  error: string | undefined
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '')
/** The selection must outlive the press of the button. */
const keepSelection = (event: PointerEvent): void => event.preventDefault()

/** The button that pins what is selected in the dossier, or else the page that the reader shows; only with script. */
function PinButton({ onPin }: { onPin: () => string | null }) {
  const t = useT()
  const [said, setSaid] = useState<string | null>(null)
  return (
    <>
      <button
        type="button"
        className="link pins__add"
        data-pin=""
        onPointerDown={keepSelection}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => setSaid(onPin())}
      >
        {t('jury.pin.selection')}
      </button>
      <span role="status" className="pins__said">
        {said === null ? null : t(said, { limit: MOST_PINS })}
      </span>
    </>
  )
}

/** Where the evidence for one mark stands: written one place a line, shown as numbered links, pinned from the dossier with script. */
export function PinsField({ code, pins, written, error }: Props) {
  const t = useT()
  const places = pinPlacesOf(useContext(PlacesContext))
  const area = useRef<HTMLTextAreaElement>(null)
  const [initial] = useState(() => written ?? pinLines(pins, places))
  const [text, setText] = useState(initial)
  const [ready, setReady] = useState(false)
  // Taking the line out must not close the field under the hand that does it.
  const [hadGone] = useState(() => linesOf(initial).some(namesGone))
  const said = error ?? (linesOf(text).some(namesGone) ? t('errors.pin.gone') : undefined)
  useEffect(() => {
    setReady(true)
    const look = (): void => setText(area.current?.value ?? '')
    // A copy kept on this device comes back after the page has; a reset takes it away again.
    const later = requestAnimationFrame(look)
    const form = area.current?.form
    const reset = (): number => requestAnimationFrame(look)
    form?.addEventListener('reset', reset)
    return () => {
      cancelAnimationFrame(later)
      form?.removeEventListener('reset', reset)
    }
  }, [])
  const pin = (): string | null => {
    const line = selectedPassage(places) ?? openPage(places)
    if (line === null || area.current === null) return 'jury.pin.nothing'
    const lines = linesOf(area.current.value)
    if (lines.includes(line)) return 'jury.pin.already'
    if (lines.length >= MOST_PINS) return 'jury.pin.full'
    area.current.value = [...lines, line].join('\n')
    area.current.dispatchEvent(new Event('input', { bubbles: true }))
    return 'jury.pin.done'
  }
  const shown = linesOf(text).flatMap((line) => {
    const read = readPins(line, places, pins)
    return read.ok ? read.value : []
  })
  return (
    <div className="pins">
      <Icon name="pin" />
      <PinChips pins={shown} />
      {ready ? <PinButton onPin={pin} /> : null}
      <details className="pins__hand" open={error !== undefined || hadGone ? true : undefined}>
        <summary>{t('jury.pin.byHand')}</summary>
        <TextArea
          ref={area}
          name={`pins.${code}`}
          label={t('jury.pin.label')}
          hint={t('jury.pin.hint')}
          rows={2}
          defaultValue={initial}
          error={said}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </details>
    </div>
  )
}
