import { useContext, useEffect } from 'react'
import { UNSAFE_DataRouterContext as RouterContext } from 'react-router-dom'
import { typedValues } from '#app/forms/typed.ts'

/** What the script of this page asked for last: whether a form was sent, its words, the name of an answer that failed. */
export type LastAsked = {
  readonly posted: boolean
  readonly typed: Readonly<Record<string, string>>
  readonly code: string | undefined
}

type Asking = {
  readonly state: string
  readonly formMethod?: string | undefined
  readonly formData?: FormData | undefined
}

/**
 * Kept beside React, since the page of an error takes the place of everything that stood in the document. Null as long as
 * nothing was asked for by script, so the first page reads the same here and on the server.
 */
let last: LastAsked | null = null
let isIdle = true

export const lastAsked = (): LastAsked | null => last

/**
 * Hears each state of the router: what leads to an error is the last navigation that was not idle. Where a page came of it,
 * without `errors`, all is forgotten: nobody keeps the words of a form that was answered, nor tells of it later.
 */
export function hearAsking({ state, formMethod = 'get', formData }: Asking, errors: unknown = null): void {
  const began = isIdle
  isIdle = state === 'idle'
  if (isIdle && errors === null) last = null
  if (isIdle) return
  const posted = formMethod.toLowerCase() !== 'get'
  const code = began || state === 'submitting' ? undefined : last?.code
  last = { posted, typed: posted && formData ? typedValues(formData) : {}, code }
}

/** An answer of the house that failed names itself, to be quoted; the code of the page before leads nobody anywhere. */
export function hearAnswer({ status, headers }: Response): void {
  const code = headers.get('x-request-id')
  if (last !== null && status >= 500 && code !== null) last = { ...last, code }
}

/** One listener on the router of a work page. */
export function HearAsking() {
  const router = useContext(RouterContext)?.router
  useEffect(() => router?.subscribe(({ navigation, errors }) => hearAsking(navigation, errors)), [router])
  return null
}
