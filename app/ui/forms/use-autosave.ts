import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { copyOf, forget, keep, recall, restore } from './local-copy.ts'
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
 * Saves a native form on change, to its own action, with the header `x-autosave: 1`. The answers are kept on this
 * device until the server has taken them; a conflict or an ended session stops saving and never loses a word.
 */
export function useAutosave(form: RefObject<HTMLFormElement | null>, copyKey: string): Autosave {
  const [state, setState] = useState<SaveState>('idle')
  const [savedAt, setSavedAt] = useState<number | null>(null)
  const [restored, setRestored] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const busy = useRef(false)
  const again = useRef(false)
  const versions = useRef(new RowVersions())

  const send = useCallback(async (): Promise<void> => {
    const element = form.current
    if (element === null) return
    again.current = busy.current
    if (busy.current) return
    busy.current = true
    versions.current.lay(element)
    setState('saving')
    const answer = await post(element, versions.current)
    if (answer === 'saved' && !again.current) forget(copyKey)
    if (answer === 'saved') setSavedAt(Date.now())
    setState(answer)
    busy.current = false
    if (again.current) {
      again.current = false
      void send()
    }
  }, [form, copyKey])

  useEffect(() => {
    const element = form.current
    if (element === null) return undefined
    const kept = recall(copyKey)
    if (kept !== null && restore(element, kept)) setRestored(true)
    const changed = (): void => {
      keep(copyKey, copyOf(element))
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void send(), PAUSE)
    }
    const online = (): void => void send()
    const submitted = (): void => {
      clearTimeout(timer.current)
      versions.current.lay(element)
    }
    element.addEventListener('input', changed)
    element.addEventListener('submit', submitted)
    window.addEventListener('online', online)
    return () => {
      clearTimeout(timer.current)
      element.removeEventListener('input', changed)
      element.removeEventListener('submit', submitted)
      window.removeEventListener('online', online)
    }
  }, [form, copyKey, send])

  const discard = useCallback((): void => {
    forget(copyKey)
    form.current?.reset()
    setRestored(false)
  }, [form, copyKey])
  return { state, savedAt, restored, discard }
}
