import type { LoaderFunctionArgs } from '@remix-run/node'
import { letterPage } from '#app/http/letter-page.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { notFound } from '#app/http/respond.server.ts'
import { isLocale } from '#app/i18n/locales.ts'
import { sampleLetter } from '#app/services/system/sample-letter.ts'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { name, language } = readParams(params, { name: 'code', language: 'code' })
  if (!isLocale(language)) throw notFound()
  return letterPage(found(await sampleLetter(context.app, name, language)).html)
}
