import { useNavigate } from '@remix-run/react'
import { useEffect } from 'react'
import { useKeptPlace } from './use-kept-place.ts'

/** The link of the page that a plain click means; null for whatever the browser should do itself. */
export function softLink(event: MouseEvent): HTMLAnchorElement | null {
  if (event.defaultPrevented || event.button !== 0) return null
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null
  const link = event.target instanceof Element ? event.target.closest('a') : null
  return link !== null && 'soft' in link.dataset && link.origin === window.location.origin ? link : null
}

/** One listener for all links of a work page: a click fetches the data of the next page and keeps this one's frame. */
export function SoftNavigation() {
  const navigate = useNavigate()
  useKeptPlace()
  useEffect(() => {
    const onClick = (event: MouseEvent): void => {
      const link = softLink(event)
      if (link === null) return
      event.preventDefault()
      navigate(link.pathname + link.search + link.hash, { replace: link.href === window.location.href })
    }
    window.addEventListener('click', onClick)
    return () => window.removeEventListener('click', onClick)
  }, [navigate])
  return null
}
