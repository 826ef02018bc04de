import { useT } from '#app/i18n/provider.tsx'
import { DataFiles, type DataSizes } from './data-files.tsx'
import { Tally, type TallyLine } from './tally.tsx'

type Props = { editions: number; most: readonly TallyLine[]; sizes: DataSizes; origin: string }

/** What closes the roll: who was distinguished most often, and the same content as files. */
export function LaureatesEnd({ editions, most, sizes, origin }: Props) {
  const t = useT()
  return (
    <div className="bot">
      <section>
        <h2>{t('public.laureates.most')}</h2>
        <p>{t('public.laureates.mostLead', { count: editions })}</p>
        <Tally lines={most} />
      </section>
      <section>
        <h2>{t('public.openData.reuse')}</h2>
        <p>{t('public.openData.licence')}</p>
        <DataFiles sizes={sizes} origin={origin} />
      </section>
    </div>
  )
}
