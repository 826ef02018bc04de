import { toTree } from '#app/forms/tree.ts'

type Pressed = HTMLButtonElement | HTMLInputElement

const firstButton = (form: HTMLFormElement): Pressed | null =>
  form.querySelector<Pressed>('button:not([type="button"]):not([type="reset"]), input[type="submit"]')

/**
 * What the form would post, as the server will read it: the fields, then the button pressed (HTML, constructing the
 * entry list); before any is pressed, the one that the Enter key would press.
 */
export function postedFields(form: HTMLFormElement, pressed: HTMLElement | null): Record<string, unknown> {
  const body = new FormData(form)
  const button = (pressed as Pressed | null) ?? firstButton(form)
  if (button !== null && button.name !== '') body.append(button.name, button.value)
  return toTree(body)
}
