/** How far a file has come: bytes sent and in all, milliseconds since it left. */
export type Sending = { readonly sent: number; readonly total: number; readonly since: number }

export type Sent =
  | { readonly is: 'received' }
  | {
      readonly is: 'refused'
      readonly reason: string
      readonly facts: object
      readonly fields: Readonly<Record<string, string>>
    }
  /** `signed-out`: the session is over. `cut`: the line. `cancelled`: by the person. */
  | { readonly is: 'signed-out' | 'cut' | 'cancelled' }

/** Seconds that the rest will take at the pace so far, never less than one; null while nobody can tell. */
export function secondsLeft({ sent, total, since }: Sending): number | null {
  if (since < 1000 || sent <= 0 || total <= 0) return null
  return Math.max(1, Math.round(((total - sent) / sent) * (since / 1000)))
}

function answerOf(request: XMLHttpRequest): Sent {
  if (request.status === 201) return { is: 'received' }
  if (request.status === 401 || request.status === 403) return { is: 'signed-out' }
  try {
    const { reason, facts, fields } = JSON.parse(request.responseText) as Partial<
      Extract<Sent, { is: 'refused' }>
    >
    if (typeof reason === 'string') return { is: 'refused', reason, facts: facts ?? {}, fields: fields ?? {} }
  } catch {
    // No answer of ours: the line, or something between us.
  }
  return { is: 'cut' }
}

/**
 * Sends a form with one file to the address that answers with data. `fetch` says nothing of what has left, so this is
 * the older request, which does. The signal cancels it: nothing is kept of what had arrived.
 */
export function sendFile(
  to: string,
  form: FormData,
  { signal, onProgress }: { readonly signal: AbortSignal; readonly onProgress: (sending: Sending) => void },
): Promise<Sent> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    const begun = Date.now()
    request.upload.onprogress = ({ loaded, total }) =>
      onProgress({ sent: loaded, total, since: Date.now() - begun })
    request.onload = () => resolve(answerOf(request))
    request.onerror = () => resolve({ is: 'cut' })
    request.onabort = () => resolve({ is: 'cancelled' })
    signal.addEventListener('abort', () => request.abort())
    request.open('POST', to)
    request.setRequestHeader('x-autosave', '1')
    request.send(form)
  })
}
