import { type ComponentType, useEffect, useState } from 'react'
import { paths } from '#app/http/paths.ts'
import { useLocale } from '#app/i18n/provider.tsx'

type Palette = ComponentType<{ readonly onClose: () => void }>

/** Opens the palette for Ctrl + K, ⌘ K and the link that leads to its page; fetched when it is first asked for. */
export function PaletteDoor() {
  const page = paths.find(useLocale())
  const [asked, setAsked] = useState(false)
  const [Palette, setPalette] = useState<Palette | null>(null)
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.code !== 'KeyK' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      setAsked(true)
    }
    const clicked = (event: MouseEvent): void => {
      const link = event.target instanceof Element ? event.target.closest('a[data-palette]') : null
      if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
        return
      event.preventDefault()
      setAsked(true)
    }
    document.addEventListener('keydown', pressed)
    document.addEventListener('click', clicked)
    return () => {
      document.removeEventListener('keydown', pressed)
      document.removeEventListener('click', clicked)
    }
  }, [])
  useEffect(() => {
    if (!asked || Palette !== null) return
    import('./palette.tsx').then(
      (module) => setPalette(() => module.default),
      // The line is gone, and the next press asks again; or this build is, and the page of the palette does its work.
      () =>
        fetch(page, { method: 'HEAD' }).then(
          () => window.location.assign(page),
          () => setAsked(false),
        ),
    )
  }, [asked, Palette, page])
  return asked && Palette !== null ? <Palette onClose={() => setAsked(false)} /> : null
}
