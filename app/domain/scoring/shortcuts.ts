/** What a single key does on a score sheet, besides the digits, which always mean their level (experience.md section 7). */
export const SHORTCUTS = [
  'nextCriterion',
  'previousCriterion',
  'pin',
  'privateNote',
  'previousFile',
  'nextFile',
  'list',
] as const
export type Shortcut = (typeof SHORTCUTS)[number]

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
/** Physical keys as browsers name them, so that an Arabic keyboard works; `?` alone is known by what it types. */
export const SHORTCUT_KEYS: readonly string[] = [
  ...[...LETTERS].map((letter) => `Key${letter}`),
  'BracketLeft',
  'BracketRight',
  'Semicolon',
  'Quote',
  'Comma',
  'Period',
  'Slash',
  'Backslash',
  '?',
]

export type Shortcuts = { readonly on: boolean; readonly keys: Readonly<Record<Shortcut, string>> }

export const DEFAULT_SHORTCUTS: Shortcuts = {
  on: true,
  keys: {
    nextCriterion: 'KeyJ',
    previousCriterion: 'KeyK',
    pin: 'KeyP',
    privateNote: 'KeyN',
    previousFile: 'BracketLeft',
    nextFile: 'BracketRight',
    list: '?',
  },
}

const SIGNS: Readonly<Record<string, string>> = {
  BracketLeft: '[',
  BracketRight: ']',
  Semicolon: ';',
  Quote: "'",
  Comma: ',',
  Period: '.',
  Slash: '/',
  Backslash: '\\',
}
/** What is printed on the key of a Latin keyboard: `J`, `[`, `?`. */
export const keySign = (key: string): string => SIGNS[key] ?? key.replace(/^Key/, '')

/** The shortcuts whose key another one before them has taken. */
export const shortcutsTaken = (keys: Readonly<Record<Shortcut, string>>): readonly Shortcut[] =>
  SHORTCUTS.filter((name, at) => SHORTCUTS.slice(0, at).some((other) => keys[other] === keys[name]))

/** What is stored of an account, whatever an earlier version of the product wrote: what cannot be is the default. */
export function readShortcuts(stored: unknown): Shortcuts {
  const { on, keys } = (stored ?? {}) as { readonly on?: unknown; readonly keys?: unknown }
  const said = (keys ?? {}) as Readonly<Record<string, unknown>>
  const keyOf = (name: Shortcut): string => {
    const key = said[name]
    return typeof key === 'string' && SHORTCUT_KEYS.includes(key) ? key : DEFAULT_SHORTCUTS.keys[name]
  }
  const read: Record<Shortcut, string> = {
    nextCriterion: keyOf('nextCriterion'),
    previousCriterion: keyOf('previousCriterion'),
    pin: keyOf('pin'),
    privateNote: keyOf('privateNote'),
    previousFile: keyOf('previousFile'),
    nextFile: keyOf('nextFile'),
    list: keyOf('list'),
  }
  // Chosen before there was this shortcut: the other keys stay, and it takes one that is free.
  if (said['pin'] === undefined && shortcutsTaken(read).length > 0) {
    const others = SHORTCUTS.filter((name) => name !== 'pin').map((name) => read[name])
    read.pin = SHORTCUT_KEYS.find((key) => !others.includes(key)) ?? read.pin
  }
  return { on: on !== false, keys: shortcutsTaken(read).length > 0 ? DEFAULT_SHORTCUTS.keys : read }
}

/** What a key press asks for: a level of the open criterion, a shortcut, or nothing. `key` is what it types, `code` where it is. */
export function shortcutOf(
  { keys }: Shortcuts,
  pressed: { readonly key: string; readonly code: string; readonly shift: boolean },
): { readonly level: string } | { readonly shortcut: Shortcut } | null {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(pressed.code)?.[1]
  if (digit !== undefined && !pressed.shift) return { level: digit }
  const typed = pressed.key === '?' || pressed.key === '؟' ? '?' : pressed.code
  const shortcut = SHORTCUTS.find((name) => keys[name] === typed)
  return shortcut === undefined || (pressed.shift && typed !== '?') ? null : { shortcut }
}
