import { useFetcher, useNavigate } from '@remix-run/react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { paths } from '#app/http/paths.ts'
import { useT } from '#app/i18n/provider.tsx'
import { Icon } from '../primitives/icon.tsx'
import { Notes } from './notes.tsx'
import { type Found, GROUPS, type Place, placesOf } from './places.ts'
import './palette.css'

/** A pause in typing, so that a word is asked once and not letter by letter. */
const PAUSE = 180

/** What the server knows under these words; the newest question wins. */
function useFound(words: string): Found | undefined {
  const t = useT()
  const { load, data } = useFetcher<Found>()
  const href = `${paths.find(t.locale)}?q=${encodeURIComponent(words)}`
  useEffect(() => {
    const asking = setTimeout(() => load(href), words === '' ? 0 : PAUSE)
    return () => clearTimeout(asking)
  }, [load, href, words])
  return data
}

/** One step in the list, round its ends. */
const stepped = (at: number, by: number, length: number): number =>
  length === 0 ? -1 : (at + by + length) % length

/** The command palette: a field and a list (ARIA combobox); the dialog holds the focus and gives it back. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const t = useT()
  const navigate = useNavigate()
  const dialog = useRef<HTMLDialogElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const shut = useRef<HTMLButtonElement>(null)
  const id = useId()
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const found = useFound(words.trim())
  const places = found && placesOf(t, found, words)
  const all: readonly Place[] = places === undefined ? [] : GROUPS.flatMap((group) => places[group])
  const chosen = Math.min(at, all.length - 1)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  useEffect(() => {
    dialog.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [chosen, found])

  const go = (place: Place | undefined): void => {
    if (place === undefined) return
    dialog.current?.close()
    navigate(place.href)
  }
  // The two stops of the dialog lead to each other: the focus does not leave it for the browser's own bars.
  const pressed = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') setAt(stepped(chosen, 1, all.length))
    else if (event.key === 'ArrowUp') setAt(stepped(chosen, -1, all.length))
    else if (event.key === 'Enter') go(all[chosen])
    else if (event.key === 'Tab') shut.current?.focus()
    else return
    event.preventDefault()
  }
  const back = (event: KeyboardEvent): void => {
    if (event.key !== 'Tab') return
    event.preventDefault()
    field.current?.focus()
  }
  return (
    <dialog ref={dialog} className="dlg palette" aria-label={t('work.palette.title')} onClose={onClose}>
      <div className="palette__ask">
        <Icon name="search" />
        <input
          ref={field}
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={chosen < 0 ? undefined : `${id}-${chosen}`}
          aria-autocomplete="list"
          aria-label={t('work.palette.label')}
          placeholder={t('work.palette.label')}
          autoComplete="off"
          dir="auto"
          maxLength={100}
          value={words}
          onChange={(event) => {
            setWords(event.target.value)
            setAt(0)
          }}
          onKeyDown={pressed}
        />
        <button
          ref={shut}
          type="button"
          className="btn btn--sm"
          onClick={() => dialog.current?.close()}
          onKeyDown={back}
        >
          {t('common.action.close')}
        </button>
      </div>
      <div id={`${id}-list`} className="palette__list" role="listbox" aria-label={t('work.palette.title')}>
        {GROUPS.map((group) =>
          places === undefined || places[group].length === 0 ? null : (
            <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
              <div id={`${id}-${group}`} className="palette__group">
                {t(`work.palette.${group}`)}
              </div>
              {places[group].map((place) => {
                const place_ = all.indexOf(place)
                return (
                  <div
                    key={place.href + place.label}
                    id={`${id}-${place_}`}
                    role="option"
                    tabIndex={-1}
                    aria-selected={place_ === chosen}
                    onClick={() => go(place)}
                    onKeyDown={pressed}
                  >
                    <bdi dir="auto">{place.label}</bdi>
                    <Notes notes={place.notes} />
                  </div>
                )
              })}
            </div>
          ),
        )}
      </div>
      <p className="palette__foot" role="status">
        {places === undefined
          ? ''
          : all.length === 0
            ? t('work.palette.none')
            : t('work.palette.count', { count: all.length })}
      </p>
    </dialog>
  )
}
