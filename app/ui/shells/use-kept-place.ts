import { useLocation, useNavigation } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { type Left, takeUp, whereLeft } from './taken-up.ts'

/** After each step that this page takes by script: the focus is somewhere, and what has it is in the window. */
export function useKeptPlace(): void {
  const { state, formMethod } = useNavigation()
  const { key, pathname, hash } = useLocation()
  const left = useRef<Left | null>(null)
  const acted = useRef(false)
  const last = useRef({ key, pathname })
  useEffect(() => {
    if (state !== 'idle') {
      left.current ??= whereLeft(pathname)
      acted.current ||= formMethod === 'POST'
      return
    }
    const before = last.current
    last.current = { key, pathname }
    const from = left.current ?? { ...whereLeft(before.pathname), around: [] }
    left.current = null
    const isAct = acted.current
    acted.current = false
    if (key === before.key) return
    // A form whose act was accepted begins anew with the next drawing, and takes its button along.
    const take = (): void => takeUp(from, { pathname, hash }, isAct)
    requestAnimationFrame(() => {
      take()
      requestAnimationFrame(take)
    })
  }, [state, formMethod, key, pathname, hash])
}
