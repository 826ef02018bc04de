import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'

const REFRESH_MS = 1500

/** A page that shows work under way: asked again by script while it is open, by the browser's refresh without one. */
export function AskedAgain() {
  const { revalidate, state } = useRevalidator()
  useEffect(() => {
    const timer = setInterval(() => {
      if (state === 'idle') revalidate()
    }, REFRESH_MS)
    return () => clearInterval(timer)
  }, [revalidate, state])
  return (
    <noscript>
      <meta httpEquiv="refresh" content="3" />
    </noscript>
  )
}
