import { useEffect, useState } from 'react'

/**
 * The part of a long page that is being read: of `ids`, in the order of the page, the last that reaches into the upper
 * half of the window or stands in it whole. Null until it is known, and without script.
 */
export function usePartInView(ids: readonly string[]): string | null {
  const [part, setPart] = useState<string | null>(null)
  const names = ids.join(' ')
  useEffect(() => {
    // A browser of an old phone may lack it: then no part is marked, as without script.
    if (typeof IntersectionObserver === 'undefined') return undefined
    const order = names.split(' ')
    const seen = { reached: new Set<string>(), whole: new Set<string>() }
    const watch = (kind: keyof typeof seen, options: IntersectionObserverInit) =>
      new IntersectionObserver((entries) => {
        for (const { target, isIntersecting } of entries)
          if (isIntersecting) seen[kind].add(target.id)
          else seen[kind].delete(target.id)
        setPart(order.findLast((id) => seen.reached.has(id) || seen.whole.has(id)) ?? null)
      }, options)
    const watching = [watch('reached', { rootMargin: '0px 0px -50% 0px' }), watch('whole', { threshold: 1 })]
    for (const id of order) {
      const element = document.getElementById(id)
      if (element !== null) for (const one of watching) one.observe(element)
    }
    return () => watching.forEach((one) => one.disconnect())
  }, [names])
  return part
}
