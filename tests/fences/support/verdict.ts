import type { Heard } from '#tests/support/web.ts'

/** What an answer amounts to, whichever channel it came through. */
export type Verdict = 'open' | 'moved' | 'sign-in' | 'hidden' | 'forbidden' | 'refused' | 'broken'

const SIGN_IN = /\/account\/(sign-in|second-factor)\b/
const byStatus = (status: number): Verdict => {
  if (status === 404) return 'hidden'
  if (status === 401 || status === 403) return 'forbidden'
  if (status >= 500) return 'broken'
  return status >= 400 ? 'refused' : 'open'
}

export function verdictOf({ status, headers, body }: Heard): Verdict {
  const to = headers.location
  if (status >= 300 && status < 400 && to !== undefined) return SIGN_IN.test(to) ? 'sign-in' : 'moved'
  // Single fetch tells a redirect with 202 and its address in the body.
  if (status === 202) return SIGN_IN.test(body) ? 'sign-in' : 'moved'
  // A form with words in it gets them back beside the way to the door.
  if (status === 401 && SIGN_IN.test(body)) return 'sign-in'
  return byStatus(status)
}
