import { paths } from '#app/http/paths.ts'
import { useFormat, useT } from '#app/i18n/provider.tsx'
import { Button } from '../primitives/button.tsx'
import { Dots } from '../primitives/dots.tsx'
import { Icon } from '../primitives/icon.tsx'

export type WaitingUpload = {
  readonly id: string
  readonly title: string
  readonly claim: string
  readonly fileName: string
  readonly size: number
  readonly received: number
}

/** Files that one began to send and did not finish: how far each has come, how it goes on, and a way to give it up. */
export function WaitingUploads({
  nominationId,
  uploads,
}: {
  nominationId: string
  uploads: readonly WaitingUpload[]
}) {
  const t = useT()
  const format = useFormat()
  if (uploads.length === 0) return null
  return (
    <section>
      <h2 className="h-sec">{t('work.upload.waiting')}</h2>
      <ul className="up">
        {uploads.map(({ id, title, fileName, size, received }) => (
          <li key={id}>
            <Icon name="upload" />
            <span className="up__name">
              <Dots>
                <bdi>{title}</bdi>
                <bdi className="code">{fileName}</bdi>
              </Dots>
            </span>
            <form method="post" action={paths.abandonUpload(t.locale, nominationId, id)}>
              <Button size="small" variant="ghost">
                {t('work.upload.abandon')} <span className="vh">{fileName}</span>
              </Button>
            </form>
            <span className="up__state">
              <span>
                {t('work.upload.part', {
                  percent: format.percent(received / size),
                  sent: format.fileSize(received),
                  total: format.fileSize(size),
                })}
              </span>
              <span>{t('work.upload.chooseAgain')}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
