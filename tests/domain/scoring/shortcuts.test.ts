import { describe, expect, it } from 'vitest'
import {
  DEFAULT_SHORTCUTS,
  keySign,
  readShortcuts,
  SHORTCUT_KEYS,
  shortcutOf,
  shortcutsTaken,
} from '#app/domain/scoring/shortcuts.ts'

const { keys } = DEFAULT_SHORTCUTS
const press = (code: string, key = 'x', shift = false) => ({ code, key, shift })

describe('the single keys of a score sheet', () => {
  it('go by the place of the key, and ? by what it types in either script', () => {
    expect(shortcutOf(DEFAULT_SHORTCUTS, press('KeyJ', 'ت'))).toEqual({ shortcut: 'nextCriterion' })
    expect(shortcutOf(DEFAULT_SHORTCUTS, press('BracketLeft', 'ج'))).toEqual({ shortcut: 'previousFile' })
    expect(shortcutOf(DEFAULT_SHORTCUTS, press('Slash', '؟', true))).toEqual({ shortcut: 'list' })
    expect(shortcutOf(DEFAULT_SHORTCUTS, press('Comma', '?', true))).toEqual({ shortcut: 'list' })
  })

  it('always keep the digits for the levels, and nothing for what is typed with Shift', () => {
    expect(shortcutOf(DEFAULT_SHORTCUTS, press('Digit4', '4'))).toEqual({ level: '4' })
    expect(shortcutOf(DEFAULT_SHORTCUTS, press('Numpad2', '2'))).toEqual({ level: '2' })
    expect(shortcutOf(DEFAULT_SHORTCUTS, press('Digit4', "'", true))).toBeNull()
    expect(shortcutOf(DEFAULT_SHORTCUTS, press('KeyJ', 'J', true))).toBeNull()
    expect(shortcutOf(DEFAULT_SHORTCUTS, press('KeyQ', 'q'))).toBeNull()
  })

  it('obey another key once it is chosen, and no longer the usual one', () => {
    const chosen = { on: true, keys: { ...keys, nextCriterion: 'KeyL' } }
    expect(shortcutOf(chosen, press('KeyL'))).toEqual({ shortcut: 'nextCriterion' })
    expect(shortcutOf(chosen, press('KeyJ'))).toBeNull()
  })

  it('name the second of two that share a key', () => {
    expect(shortcutsTaken(keys)).toEqual([])
    expect(shortcutsTaken({ ...keys, list: 'KeyJ' })).toEqual(['list'])
  })

  it('are the usual ones where what is stored is missing, unknown or contradictory', () => {
    expect(readShortcuts(null)).toEqual(DEFAULT_SHORTCUTS)
    expect(readShortcuts({ on: false }).on).toBe(false)
    expect(readShortcuts({ on: 'yes', keys: { list: 'F13', nextFile: 'Period' } })).toEqual({
      on: true,
      keys: { ...keys, nextFile: 'Period' },
    })
    expect(readShortcuts({ keys: { list: 'KeyJ' } }).keys).toEqual(keys)
    expect(readShortcuts('x')).toEqual(DEFAULT_SHORTCUTS)
  })

  it('keep what an account chose before there was one more, which then takes a free key', () => {
    const { pin, ...others } = keys
    const before = { ...others, nextFile: 'KeyP' }
    expect(pin).toBe('KeyP')
    expect(readShortcuts({ keys: before }).keys).toEqual({ ...before, pin: 'KeyA' })
    expect(readShortcuts({ keys: { ...before, pin: 'KeyP' } }).keys).toEqual(keys)
    expect(readShortcuts({ keys: others }).keys).toEqual(keys)
    // The free key is free of all the others, whichever they are.
    const taken = { ...before, nextCriterion: 'KeyA' }
    expect(readShortcuts({ keys: taken }).keys).toEqual({ ...taken, pin: 'KeyB' })
  })

  it('are shown as printed on a Latin keyboard', () => {
    const signs = ['[', ']', ';', "'", ',', '.', '/', '\\', '?']
    expect(SHORTCUT_KEYS.map(keySign)).toEqual([...'ABCDEFGHIJKLMNOPQRSTUVWXYZ', ...signs])
    expect(SHORTCUT_KEYS.slice(0, 2)).toEqual(['KeyA', 'KeyB'])
  })
})
