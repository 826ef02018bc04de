import { object, parse, text } from './shape.ts'

/** The files of a bundle by name. */
export type BundleFiles = ReadonlyMap<string, string>

/** The files of a bundle that lies in one JSON text. */
export function filesFromText(content: string, name: string): BundleFiles {
  const files = object(object(parse(content, name), name)['files'], `${name} files`)
  return new Map(Object.entries(files).map(([file, value]) => [file, text(value, `${name} files.${file}`)]))
}
