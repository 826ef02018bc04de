import { catalogue, hasLetter, type LetterName } from '#emails/catalogue.ts'
import { MARK_CID } from '#emails/components/style.ts'
import { composeMessage } from '#emails/message.ts'
import { letterLocales, renderNotice, type RenderedNotice } from '#emails/render.tsx'
import { sampleFacts } from '#emails/samples.ts'
import { type Locale, LOCALES } from '#app/domain/kernel/localized.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import { noticeRule } from '#app/domain/notice/notice.ts'
import type { Context } from '../context.ts'

export type SampleRow = {
  readonly name: LetterName
  readonly legal: boolean
  readonly subjects: readonly { readonly locale: Locale; readonly subject: string }[]
}
export type SampleLetter = RenderedNotice & { readonly locales: readonly Locale[] }

const names = Object.keys(catalogue) as LetterName[]
const envelopeOf = (ctx: Context, locale: Locale) => ({
  url: `${ctx.origin}/${locale}/account`,
  recipient: 'Salma Idrissi',
})

/** Every letter there is, by its subject in each language. Outside the demonstration there is no such list. */
export function sampleLetters(ctx: Context): Result<readonly SampleRow[], 'not-found'> {
  if (!ctx.demonstration) return refuse('not-found')
  return ok(
    names.map((name) => ({
      name,
      legal: noticeRule(name).legal,
      subjects: LOCALES.map((locale) => ({
        locale,
        subject: composeMessage(name, locale, sampleFacts(name), envelopeOf(ctx, locale)).subject,
      })),
    })),
  )
}

/** One letter with invented facts, as it would be sent; its picture stands in the page itself. */
export async function sampleLetter(
  ctx: Context,
  name: string,
  locale: Locale,
): Promise<Result<SampleLetter, 'not-found'>> {
  if (!ctx.demonstration || !hasLetter(name)) return refuse('not-found')
  const letter = await renderNotice(name, locale, sampleFacts(name), envelopeOf(ctx, locale))
  const mark = Buffer.from(await ctx.painter.mark()).toString('base64')
  const html = letter.html.replaceAll(`cid:${MARK_CID}`, `data:image/png;base64,${mark}`)
  return ok({ ...letter, html, locales: letterLocales(name, locale) })
}
