/** Without script the browser itself goes there: what is wrong is read before the form is met again. */
export const TAKES_FOCUS = { tabIndex: -1, autoFocus: true } as const
