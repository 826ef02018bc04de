import { pdf } from '#tests/adapters/files/samples.ts'
import type { PageForm } from './forms.ts'

/** What a browser sends as the body of a post, and what it calls it. */
export type Body = { readonly type: string; readonly body: string | Buffer }
export type Fields = readonly (readonly [string, string])[]

export const urlencoded = (fields: Fields): Body => ({
  type: 'application/x-www-form-urlencoded',
  body: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
})

const BOUNDARY = '----imtiyazB0undary'
const quoted = (name: string): string => name.replaceAll('"', '%22').replaceAll(/[\r\n]/g, ' ')

/** `fileName` '' is what a browser sends where no file was chosen. */
function inParts(fields: Fields, files: readonly string[], fileName: string): Body {
  const head = (more: string): string => `--${BOUNDARY}\r\nContent-Disposition: form-data; ${more}\r\n`
  const texts = fields.map(([name, value]) => `${head(`name="${quoted(name)}"`)}\r\n${value}\r\n`)
  const pieces = files.flatMap((name) => [
    Buffer.from(
      `${head(`name="${quoted(name)}"; filename="${fileName}"`)}Content-Type: application/pdf\r\n\r\n`,
    ),
    fileName === '' ? Buffer.alloc(0) : pdf(),
    Buffer.from('\r\n'),
  ])
  return {
    type: `multipart/form-data; boundary=${BOUNDARY}`,
    body: Buffer.concat([Buffer.from(texts.join('')), ...pieces, Buffer.from(`--${BOUNDARY}--\r\n`)]),
  }
}

/** The fields of a form as its page has them sent: in parts where it says so, with a file where it asks for one. */
export const bodyOf = ({ isMultipart, controls }: PageForm, fields: Fields, hasFile = true): Body =>
  isMultipart
    ? inParts(
        fields,
        controls.flatMap(({ kind, name }) => (kind === 'file' ? [name] : [])),
        hasFile ? 'preuve.pdf' : '',
      )
    : urlencoded(fields)
