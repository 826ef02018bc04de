const NAME = /^weights\.([A-Za-z0-9_-]{1,60})$/
/** Longer text is no weight; it is cut, so that an address cannot cost a page. */
const LONGEST = 40

/** The weights of an address by criterion, exactly as typed; null when it has none. What they mean the domain says. */
export function askedWeights(search: URLSearchParams): Readonly<Record<string, string>> | null {
  const typed = [...search].flatMap(([name, text]) => {
    const code = NAME.exec(name)?.[1]
    return code === undefined ? [] : [[code, text.slice(0, LONGEST)] as const]
  })
  return typed.length === 0 ? null : Object.fromEntries(typed)
}
