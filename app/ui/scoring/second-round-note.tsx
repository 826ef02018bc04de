import { useFormat, useT } from '#app/i18n/provider.tsx'
import { Banner } from '../primitives/banner.tsx'
import type { SheetPage } from './sheet-page.ts'

/** Of which round the sheet is, and what becomes of the first in the result. */
export function SecondRoundNote({ percents }: { percents: SheetPage['roundPercents'] }) {
  const t = useT()
  const format = useFormat()
  if (percents === null) return <Banner kind="info">{t('jury.sheet.secondRound')}</Banner>
  const [first, second] = [format.decimal(percents.first), format.decimal(percents.second)]
  return <Banner kind="info">{t('jury.sheet.roundsCarried', { first, second })}</Banner>
}
