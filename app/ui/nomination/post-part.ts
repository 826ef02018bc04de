/** What came back: a status with what it said, or that the line was dead, or that the person stopped it. */
export type Heard =
  | { readonly is: 'answer'; readonly status: number; readonly said: Readonly<Record<string, unknown>> }
  | { readonly is: 'cut' | 'stopped' }

type Watch = { readonly signal: AbortSignal; readonly onSent?: (bytes: number) => void }

/** Answers of something between us and the server, or of a server that is just starting: as good as no line. */
const PASSING = new Set([0, 408, 429, 502, 503, 504])

function answerOf({ status, responseText }: XMLHttpRequest): Heard {
  if (PASSING.has(status)) return { is: 'cut' }
  try {
    return { is: 'answer', status, said: JSON.parse(responseText) as Record<string, unknown> }
  } catch {
    return { is: 'answer', status, said: {} }
  }
}

/** Posts bytes or a form. `fetch` says nothing of what has left, so this is the older request, which does. */
export const post = (to: string, body: Blob | URLSearchParams, { signal, onSent }: Watch): Promise<Heard> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve({ is: 'stopped' })
    const request = new XMLHttpRequest()
    request.upload.onprogress = ({ loaded }) => onSent?.(loaded)
    request.onload = () => resolve(answerOf(request))
    request.onerror = () => resolve({ is: 'cut' })
    request.ontimeout = () => resolve({ is: 'cut' })
    request.onabort = () => resolve({ is: 'stopped' })
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.open('POST', to)
    request.timeout = 40_000
    request.setRequestHeader('x-autosave', '1')
    if (body instanceof Blob) request.setRequestHeader('content-type', 'application/octet-stream')
    request.send(body)
  })

/** Waits for `ms`, or until the browser says that the network is back, or until it is stopped. */
export const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const wake = (): void => {
      clearTimeout(timer)
      window.removeEventListener('online', wake)
      resolve()
    }
    const timer = setTimeout(wake, ms)
    window.addEventListener('online', wake)
    signal.addEventListener('abort', wake, { once: true })
  })
