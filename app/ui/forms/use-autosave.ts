import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { copyOf, firsts, forget, keep, recall, restore } from './local-copy.ts'
import { type Answer, RowVersions } from './row-versions.ts'

export type SaveState =
  'idle' | 'saving' | 'saved' | 'offline' | 'signedOut' | 'conflict' | 'refused' | 'failed'
export type Autosave = {
  readonly state: SaveState
  readonly savedAt: number | null
  readonly restored: boolean
  readonly discard: () => void
}
const PAUSE = 1500
const stateOf = (status: number): SaveState =>
  status === 401 || status === 403
    ? 'signedOut'
    : status === 409
      ? 'conflict'
      : status === 422 || status === 400
        ? 'refused'
        : 'failed'

/** One save, and what became of it; the versions that the server names are laid into the form. */
async function post(element: HTMLFormElement, versions: RowVersions): Promise<SaveState> {
  const texts = [...new FormData(element)].filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string',
  )
  try {
    const response = await fetch(element.action, {
      method: 'post',
      body: new URLSearchParams(texts),
      headers: { 'x-autosave': '1', accept: 'application/json' },
      redirect: 'manual',
    })
    if (!response.ok) return response.type === 'opaqueredirect' ? 'signedOut' : stateOf(response.status)
    const isJson = response.headers.get('content-type')?.includes('json') === true
    if (isJson) versions.take(element, (await response.json()) as Answer)
    return 'saved'
  } catch {
    return 'offline'
  }
}

/**
 * Puts the kept copy back, with the versions it was typed over: what was saved elsewhere meanwhile is then a conflict
 * that both sides read, never overwritten. A copy that says what the page says is done with.
 */
function bringBack(element: HTMLFormElement, copyKey: string, versions: RowVersions): boolean {
  const kept = recall(copyKey)
  if (kept === null) return false
  const changed = restore(element, kept)
  if (changed) versions.take(element, { versions: firsts(kept) })
  else forget(copyKey)
  return changed
}

type Hears = {
  readonly changed: () => void
  readonly submitted: (event: SubmitEvent) => void
  readonly online: () => void
}

function listen(element: HTMLFormElement, { changed, submitted, online }: Hears): () => void {
  const ending = new AbortController()
  element.addEventListener('input', changed, ending)
  element.addEventListener('submit', submitted, ending)
  window.addEventListener('online', online, ending)
  return () => ending.abort()
}

/**
 * Saves a native form on change, to its own action, with the header `x-autosave: 1`. The answers are kept on this
 * device until the server has taken them; a conflict or an ended session stops saving and never loses a word.
 */
export function useAutosave(form: RefObject<HTMLFormElement | null>, copyKey: string): Autosave {
  const [state, setState] = useState<SaveState>('idle')
  const [savedAt, setSavedAt] = useState<number | null>(null)
  const [restored, setRestored] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const busy = useRef<Promise<SaveState> | null>(null)
  const again = useRef(false)
  const typed = useRef(false)
  const versions = useRef(new RowVersions())

  const send = useCallback(async (): Promise<void> => {
    const element = form.current
    if (element === null) return
    again.current = busy.current !== null
    if (busy.current !== null) return
    typed.current = false
    versions.current.lay(element)
    setState('saving')
    busy.current = post(element, versions.current)
    const answer = await busy.current
    if (answer === 'saved' && !typed.current) forget(copyKey)
    if (answer === 'saved') setSavedAt(Date.now())
    setState(answer)
    busy.current = null
    if (again.current) void send()
  }, [form, copyKey])

  useEffect(() => {
    const element = form.current
    if (element === null) return undefined
    setRestored(bringBack(element, copyKey, versions.current))
    const changed = (): void => {
      typed.current = true
      versions.current.lay(element)
      keep(copyKey, copyOf(element))
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void send(), PAUSE)
    }
    // A save on its way will change the version: the form waits for it, or it would be in conflict with itself.
    const submitted = (event: SubmitEvent): void => {
      clearTimeout(timer.current)
      again.current = false
      versions.current.lay(element)
      if (busy.current === null) return
      event.preventDefault()
      event.stopPropagation()
      void busy.current.then(() => element.requestSubmit(event.submitter ?? undefined))
    }
    const deafen = listen(element, { changed, submitted, online: () => void send() })
    return () => {
      clearTimeout(timer.current)
      deafen()
    }
  }, [form, copyKey, send])

  const discard = useCallback((): void => {
    forget(copyKey)
    form.current?.reset()
    if (form.current !== null) versions.current.drop(form.current)
    setRestored(false)
  }, [form, copyKey])
  return { state, savedAt, restored, discard }
}
