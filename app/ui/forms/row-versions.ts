/** What the action may answer to an autosave: the new version of the row, to send next time. */
export type Answer = {
  readonly version?: number | string
  readonly versions?: Readonly<Record<string, number | string>>
}
type Taken = { readonly known: readonly string[]; readonly value: string }

/**
 * The versions answered since the page was rendered. React writes the rendered version back into a hidden input at
 * each render, so the newer one is laid again before each post; a page rendered anew with another version wins.
 */
export class RowVersions {
  readonly #taken = new Map<string, Taken>()

  take(form: HTMLFormElement, answer: Answer): void {
    const all = { ...(answer.version === undefined ? {} : { version: answer.version }), ...answer.versions }
    for (const [name, value] of Object.entries(all)) {
      const control = form.elements.namedItem(name)
      if (!(control instanceof HTMLInputElement) || control.type !== 'hidden') continue
      const known = this.#taken.get(name)?.known ?? [control.value]
      this.#taken.set(name, { known: [...known, String(value)], value: String(value) })
    }
    this.lay(form)
  }

  /** Forgets the versions of a copy that was brought back and thrown away before the server took anything of it. */
  drop(form: HTMLFormElement): void {
    for (const [name, { known }] of this.#taken) {
      const control = form.elements.namedItem(name)
      if (known.length !== 2 || !(control instanceof HTMLInputElement)) continue
      control.value = known[0] ?? control.value
      this.#taken.delete(name)
    }
  }

  lay(form: HTMLFormElement): void {
    for (const [name, { known, value }] of this.#taken) {
      const control = form.elements.namedItem(name)
      if (!(control instanceof HTMLInputElement)) continue
      if (known.includes(control.value)) control.value = value
      else this.#taken.delete(name)
    }
  }
}
