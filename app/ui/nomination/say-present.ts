import type { PresenceSide } from '#app/domain/nomination/presence.ts'
import { paths } from '#app/http/paths.ts'

type There = { readonly side: PresenceSide; readonly place: string }

/** Says that a file is looked at; what comes back names who else of that side looks at it. */
export const sayPresent = (nominationId: string, there: There, signal: AbortSignal): Promise<Response> =>
  fetch(paths.presence(nominationId), {
    method: 'post',
    body: new URLSearchParams(there),
    headers: { 'x-autosave': '1' },
    redirect: 'manual',
    signal,
  })

/** Says that it is not any more, also while the page itself goes. */
export const sayGoodbye = (nominationId: string, side: PresenceSide): void =>
  void navigator.sendBeacon(paths.presence(nominationId), new URLSearchParams({ side, leaving: 'on' }))
