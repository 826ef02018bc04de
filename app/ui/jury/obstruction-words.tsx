import { useT } from '#app/i18n/provider.tsx'
import { Banner } from '../primitives/banner.tsx'
import { Dots } from '../primitives/dots.tsx'
import { Reference } from '../primitives/reference.tsx'
import type { Obstruction, Relaxation } from './proposal.ts'

const SHOWN = 40

/** What would have to give, at the least. */
export function RelaxationWords({ relaxation }: { relaxation: Relaxation }) {
  const t = useT()
  const { extraPlaces, fewerReaders, group } = relaxation
  return (
    <ul>
      {extraPlaces.map(({ name, count }) => (
        <li key={name}>
          <Dots>
            <bdi>{name}</bdi>
            {t('jury.obstruction.extraPlaces', { count })}
          </Dots>
        </li>
      ))}
      {fewerReaders.map(({ reference, count }) => (
        <li key={reference}>
          <Dots>
            <Reference code>{reference}</Reference>
            {group === null
              ? t('jury.obstruction.fewerReaders', { count })
              : t('jury.obstruction.withoutSpecialist')}
          </Dots>
        </li>
      ))}
    </ul>
  )
}

/** Why there is no assignment: the nominations that have too few places together, by counting. */
export function ObstructionWords({ obstruction }: { obstruction: Obstruction | null }) {
  const t = useT()
  if (obstruction === null) return <Banner kind="bad">{t('jury.obstruction.uncounted')}</Banner>
  const { references, places, needed, group, relaxation } = obstruction
  const words = group === null ? 'jury.obstruction.places' : 'jury.obstruction.placesOfGroup'
  return (
    <>
      <Banner kind="bad" title={t('jury.obstruction.title')}>
        <p>{t(words, { count: references.length, places, needed })}</p>
        <p>
          {references.slice(0, SHOWN).map((reference) => (
            <span key={reference}>
              <Reference code>{reference}</Reference>{' '}
            </span>
          ))}
          {references.length > SHOWN
            ? t('jury.obstruction.more', { count: references.length - SHOWN })
            : null}
        </p>
      </Banner>
      <p>
        <b>{t('jury.obstruction.relaxation')}</b>
      </p>
      <RelaxationWords relaxation={relaxation} />
    </>
  )
}
