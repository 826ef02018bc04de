import { useRevalidator } from '@remix-run/react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { FormFailure } from '#app/forms/failure.ts'
import { paths } from '#app/http/paths.ts'
import { useT } from '#app/i18n/provider.tsx'
import { sendFile, type Sendable, type Sending, type Sent } from './send-file.ts'

/** What the page shows of the last sending: how it ended, and what was refused in the shape of the server's own page. */
type Outcome = { readonly is: Sent['is'] | 'cancelled'; readonly failure: FormFailure | undefined }
/** A sending that runs, or stands still with what has arrived kept. */
type Current = {
  readonly what: Sendable
  readonly runs: AbortController | null
  readonly uploadId: string | null
  /** Settled once nothing of it is on its way any more. */
  readonly ran: Promise<Sent>
}

function failureOf(sent: Sent, { title, claim }: Sendable): FormFailure | undefined {
  const typed = { title, claim }
  if (sent.is === 'received' || sent.is === 'stopped') return undefined
  if (sent.is !== 'refused')
    return { fieldErrors: {}, formError: { reason: `upload-${sent.is}`, facts: {} }, typed }
  return {
    fieldErrors: sent.fields,
    formError: { reason: sent.reason, facts: sent.facts as never },
    typed,
  }
}

/** Leaving while bytes are on their way stops them: the browser asks first. */
function useWarning(isSending: boolean): void {
  useEffect(() => {
    if (!isSending) return undefined
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isSending])
}

function useSending() {
  const { locale } = useT()
  const { revalidate } = useRevalidator()
  const current = useRef<Current | null>(null)
  const [sending, setSending] = useState<Sending | null>(null)
  const [isStill, setStill] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  useEffect(() => () => current.current?.runs?.abort(), [])

  const end = (is: Outcome['is'], failure: FormFailure | undefined): void => {
    current.current = null
    setSending(null)
    setOutcome({ is, failure })
  }
  /** Whether the server heard that nothing of it is wanted. */
  const abandon = async ({ nominationId }: Sendable, uploadId: string): Promise<boolean> => {
    const to = paths.abandonUpload(locale, nominationId, uploadId)
    const asked = { method: 'POST', headers: { 'x-autosave': '1' }, redirect: 'manual' } as const
    const heard = await fetch(to, asked).catch(() => null)
    revalidate()
    return heard !== null
  }
  const start = async (what: Sendable, onReceived: () => void): Promise<void> => {
    const runs = new AbortController()
    const known = current.current?.uploadId ?? null
    setOutcome(null)
    setStill(false)
    const ran = sendFile(what, {
      signal: runs.signal,
      onProgress: (now) => (runs.signal.aborted ? undefined : setSending(now)),
      onBegun: (uploadId) => {
        if (current.current?.what === what) current.current = { ...current.current, uploadId }
      },
    })
    current.current = { what, runs, uploadId: known, ran }
    const sent = await ran
    if (current.current?.runs !== runs || sent.is === 'stopped') return
    const failure = failureOf(sent, what)
    if (sent.is === 'received' || sent.is === 'refused') end(sent.is, failure)
    else {
      current.current = { ...current.current, runs: null }
      setStill(true)
      setOutcome({ is: sent.is, failure })
    }
    if (sent.is !== 'received') return
    onReceived()
    revalidate()
  }
  return { current, sending, isStill, setStill, outcome, start, end, abandon }
}

/** One file at a time: sends it in parts, suspends, goes on, gives up. */
export function useUpload(nominationId: string, { bytesEach }: { readonly bytesEach: number }) {
  const { current, sending, isStill, setStill, outcome, start, end, abandon } = useSending()
  const form = useRef<HTMLFormElement>(null)
  useWarning(sending !== null && !isStill)
  const onReceived = (): void => form.current?.reset()

  const submit = (event: FormEvent<HTMLFormElement>): void => {
    const sent = new FormData(event.currentTarget)
    const file = sent.get('file')
    // Nothing chosen, or a browser that cannot name a file by its digest: the page itself answers, as without script.
    if (!(file instanceof File) || file.size === 0 || !window.isSecureContext) return
    event.preventDefault()
    if (current.current !== null) return
    const text = (name: string): string => String(sent.get(name) ?? '')
    const what = { nominationId, file, title: text('title'), claim: text('claim') }
    if (file.size <= bytesEach) return void start(what, onReceived)
    const fields = { file: 'errors.file.tooLarge' }
    const tooLarge = { is: 'refused', reason: 'file-too-large', facts: { limit: bytesEach }, fields } as const
    end('refused', failureOf(tooLarge, what))
  }
  const suspend = (): void => {
    const was = current.current
    if (was === null) return
    current.current = { ...was, runs: null }
    was.runs?.abort()
    setStill(true)
  }
  const resume = (): void => {
    const was = current.current
    if (was !== null && was.runs === null) void start(was.what, onReceived)
  }
  /** Says that nothing was kept when the server knows it: also when it had only just been told of the file. */
  const cancel = async (): Promise<void> => {
    const was = current.current
    if (was === null) return
    was.runs?.abort()
    await was.ran
    const now = current.current
    if (now?.what !== was.what) return // it had arrived, or was refused
    const isGone = now.uploadId === null || (await abandon(was.what, now.uploadId))
    end(isGone ? 'cancelled' : 'cut', isGone ? undefined : failureOf({ is: 'cut' }, was.what))
  }
  const uploadId = sending === null ? null : (current.current?.uploadId ?? null)
  return { form, sending, isStill, outcome, uploadId, submit, suspend, resume, cancel: () => void cancel() }
}
