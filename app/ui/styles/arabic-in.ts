const LETTERS = /[ء-ي]/
const STRONG = /^<(b|strong|h\d|th|dt|dd|legend)\b/
const TITLE = /^<h[1-3]\b/
const END_OF_TITLE = /^<\/h[1-3]>/

type Found = { readonly isSeen: boolean; readonly isStrong: boolean; readonly isTitled: boolean }

/**
 * Where Arabic letters stand in the body of a drawn page: at all, in the first text of a strong element, in a title. Each
 * sign is looked at once: every page without scripts is looked through while somebody waits for it, and texts of people may
 * be long.
 */
export function arabicIn(body: string): Found {
  const isSeen = LETTERS.test(body)
  let [isStrong, isTitled, isInStrong, isInTitle] = [false, false, false, false]
  for (let at = 0; isSeen && at < body.length;) {
    const open = body.indexOf('<', at)
    const text = body.slice(at, open === -1 ? body.length : open)
    if (LETTERS.test(text)) {
      isStrong ||= isInStrong
      isTitled ||= isInTitle
    }
    if (text !== '') isInStrong = false
    const close = open === -1 ? -1 : body.indexOf('>', open)
    if (close === -1) break
    const tag = body.slice(open, close + 1)
    isInStrong ||= STRONG.test(tag)
    isInTitle = TITLE.test(tag) || (isInTitle && !END_OF_TITLE.test(tag))
    at = close + 1
  }
  return { isSeen, isStrong, isTitled }
}
