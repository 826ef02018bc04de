/** What was typed and not yet taken by the server, kept on this device for one form and one person. */
export type LocalCopy = Readonly<Record<string, readonly string[]>>

const prefix = 'imtiyaz.copy.'

export function copyOf(form: HTMLFormElement): LocalCopy {
  const out: Record<string, string[]> = {}
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string') (out[name] ??= []).push(value)
  return out
}
/** One value of each name: what hidden inputs, the versions among them, hold. */
export const firsts = (copy: LocalCopy): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(copy).map(([name, [value = '']]) => [name, value]))

/** Storage may be full or forbidden: the page works without it. */
export function keep(key: string, copy: LocalCopy): boolean {
  try {
    localStorage.setItem(prefix + key, JSON.stringify(copy))
    return true
  } catch {
    return false
  }
}
export function recall(key: string): LocalCopy | null {
  try {
    const text = localStorage.getItem(prefix + key)
    return text === null ? null : (JSON.parse(text) as LocalCopy)
  } catch {
    return null
  }
}
export function forget(key: string): void {
  try {
    localStorage.removeItem(prefix + key)
  } catch {
    // nothing was kept
  }
}

/** Puts the kept answers back into the controls; says whether anything changed. */
export function restore(form: HTMLFormElement, copy: LocalCopy): boolean {
  let changed = false
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox')) {
      const on = copy[control.name]?.includes(control.value) ?? false
      if (copy[control.name] !== undefined && control.checked !== on) changed = true
      if (copy[control.name] !== undefined) control.checked = on
    } else if (control instanceof HTMLTextAreaElement || isTyped(control)) {
      const kept = copy[control.name]?.[0]
      if (kept === undefined || kept === control.value) continue
      control.value = kept
      changed = true
    }
  }
  return changed
}
const isTyped = (control: Element): control is HTMLInputElement | HTMLSelectElement =>
  control instanceof HTMLSelectElement ||
  (control instanceof HTMLInputElement && !['hidden', 'file', 'submit', 'password'].includes(control.type))
