import { useT } from '#app/i18n/provider.tsx'
import { Icon } from '../primitives/icon.tsx'
import { Time } from '../primitives/time.tsx'

type Props = {
  signers: readonly {
    readonly as: 'president' | 'secretary'
    readonly name: string
    readonly at: number | null
  }[]
}

/** Who signs the minutes, and who has. */
export function MinutesSigners({ signers }: Props) {
  const t = useT()
  return (
    <ul className="decisions decisions--signed">
      {signers.map(({ as, name, at }) => (
        <li key={as}>
          <Icon
            name={at === null ? 'circle' : 'check-circle'}
            className={at === null ? 'st-todo' : 'st-done'}
          />
          <div>
            <bdi>{name}</bdi>
            <small>{t(`deliberation.minutes.signer.${as}`)}</small>
          </div>
          <span>{at === null ? t('deliberation.minutes.unsigned') : <Time at={at} zone />}</span>
        </li>
      ))}
    </ul>
  )
}
