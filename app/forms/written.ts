type Field = { readonly name: string; readonly value: string }

/** Words that somebody wrote, and no choice, number or name of ours. */
export const isProse = ({ value }: Field): boolean => /\S\s+\S/.test(value)

/** The boxes of one name, as `typedValues` joins them; a line that somebody broke has a carriage return before it. */
const isTicked = (value: string): boolean => {
  const boxes = value.split(/(?<!\r)\n/)
  return boxes.length > 1 && boxes.every((box) => /^[\w.-]*$/.test(box))
}

/** A code, an id, a hash or a version: what our page wrote into the form, or offered in it. */
const isCode = ({ name, value }: Field): boolean =>
  isTicked(value) ||
  (/^[a-z0-9_-]*$/.test(value) && (!/^\d+$/.test(value) || name === 'version' || name.startsWith('v.')))

/** Of what somebody filled in; a place on a ballot is no work to keep, and whoever signs in next must not send it. */
export const isFilled = (field: Field): boolean => !isCode(field) && !field.name.startsWith('places.')

/** The texts among what was typed (`typedValues`, which leaves every secret out). */
export const writtenWords = (typed: Readonly<Record<string, string>>): readonly Field[] =>
  Object.entries(typed)
    .map(([name, value]) => ({ name, value }))
    .filter((field) => isFilled(field) && /\p{L}/u.test(field.value))
