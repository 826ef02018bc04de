import type { RequestContext } from './load-context.ts'

/**
 * A part of the page that was drawn before it. With a whole page it goes to the drawing alone, and null to the data: the
 * browser finds it in the page, and neither reads it as data nor draws it again. Who asks for data alone gets it there.
 */
export function leavePart({ drawn }: RequestContext, part: string): string | null {
  if (drawn === undefined) return part
  drawn.part = part
  return null
}
