import { paths } from '#app/http/paths.ts'
import { translatorOf } from './page-head.server.ts'

/** The words of the two sheets of the roll: the official languages of the record. */
const rollWords = (origin: string) =>
  (['fr', 'ar'] as const).map((language) => {
    const t = translatorOf(language)
    return {
      language,
      title: t('public.laureates.title'),
      columns: {
        year: t('public.filter.year'),
        category: t('public.filter.category'),
        prize: t('public.filter.prize'),
        outcome: t('public.filter.outcome'),
        reason: t('public.openData.of.reason'),
        administration: t('public.laureate.administration'),
        partners: t('public.laureate.partners'),
        service: t('public.laureate.service'),
        score: t('public.laureate.score'),
        replayed: t('public.openData.of.replayed'),
        reference: t('public.laureate.reference'),
        permanent: t('public.laureate.permanent'),
      },
      outcome: (outcome: string) => t(`common.prizeState.${outcome}`),
      reason: (reason: string) => t(`public.withholding.${reason}`),
      urlOf: (nominationId: string) => origin + paths.laureate(language, nominationId),
    }
  })

/** What the files of the roll are written with: addresses and, for the spreadsheet, words. */
export const rollTold = (origin: string) => ({
  urlOf: (nominationId: string) => origin + paths.laureate('fr', nominationId),
  languages: rollWords(origin),
})
