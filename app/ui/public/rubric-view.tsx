import type { CategoryRule, Criterion } from '#app/domain/campaign/regulation.ts'
import { shownIn } from '#app/i18n/french-typography.ts'
import { useFormat, useT } from '#app/i18n/provider.tsx'
import { classes } from '../primitives/classes.ts'
import { Banner } from '../primitives/banner.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Percent } from '../primitives/points.tsx'
import { PrizeMark } from '../motif/prize-mark.tsx'
import { markKind } from './prize-view.ts'
import { PrizeName } from './prize-name.tsx'
import { Steps } from '../primitives/steps.tsx'
import { RubricRulesRead } from './rubric-rules.tsx'
import { OtherName } from './two-names.tsx'

/** The level sentences in order, the best first; a level without its own sentence says between which two it lies. */
function Levels({ criterion }: { criterion: Criterion }) {
  const t = useT()
  const format = useFormat()
  const { grid } = criterion
  const levels = [...criterion.levels]
    .sort((a, b) => b.level - a.level)
    .filter(({ anchor }) => grid === undefined || anchor !== null)
  return (
    <dl className="levels-read">
      {levels.map(({ level, points, anchor }) => (
        <div key={level}>
          <dt>
            {grid === undefined ? (
              <>
                <b>{level}</b>{' '}
              </>
            ) : null}
            <span className="quiet">
              {t('common.unit.point', { value: format.decimal(points), count: Number(points) })}
            </span>
          </dt>
          <dd>
            {anchor === null ? (
              <span className="quiet">
                {t('public.categories.between', { above: level + 1, below: level - 1 })}
              </span>
            ) : (
              <LocalizedText text={anchor} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** One category: what it is for, its prizes, its rubric with weights to scale. */
export function CategorySection({ category }: { category: CategoryRule }) {
  const t = useT()
  const format = useFormat()
  return (
    <section className="sec" id={category.code}>
      <header>
        <h2>
          <LocalizedText text={category.name} />
        </h2>
        <OtherName text={category.name} className="sec__other" />
        <p>
          <LocalizedText text={category.description} />
        </p>
        <ul className="slots">
          {category.slots.map((slot) => (
            <li key={slot.code}>
              <PrizeMark kind={markKind({ type: slot.type, label: slot.label, withheld: false })} size={16} />
              <PrizeName type={slot.type} label={slot.label} />
            </li>
          ))}
        </ul>
      </header>
      <div className="stack">
        {category.rubric.example ? (
          <Banner kind="info" title={t('common.rubric.example')}>
            {t('public.categories.exampleText')}
          </Banner>
        ) : null}
        <ol className="criteria">
          {category.rubric.criteria.map((criterion, i) => (
            <li key={criterion.code} id={`${category.code}-${criterion.code}`}>
              <h3>
                <LocalizedText text={criterion.name} />
              </h3>
              <p className="criteria__weight">
                {t('public.categories.weight')}{' '}
                <Percent
                  ratio={Number(criterion.weight) / 100}
                  decimals={/\.\d*[1-9]/.test(criterion.weight) ? 1 : 0}
                />
                <span className="criteria__bar" aria-hidden="true">
                  <span className={classes(`at-${Math.round(Number(criterion.weight))}`)} />
                </span>
              </p>
              {criterion.threshold === null ? null : (
                <p className="quiet">
                  {t('public.categories.rules.threshold', { value: format.decimal(criterion.threshold) })}
                </p>
              )}
              <details open={i === 0}>
                <summary
                  aria-label={t('common.pair.labelled', {
                    label: t('public.categories.levels'),
                    value: t('common.pair.named', {
                      name: shownIn(criterion.name, t.locale)?.text ?? criterion.code,
                      detail: shownIn(category.name, t.locale)?.text ?? category.code,
                    }),
                  })}
                >
                  {t('public.categories.levels')}
                </summary>
                {criterion.grid === undefined ? null : (
                  <p>
                    <Steps grid={criterion.grid} />
                  </p>
                )}
                <Levels criterion={criterion} />
              </details>
            </li>
          ))}
        </ol>
        <RubricRulesRead rubric={category.rubric} />
      </div>
    </section>
  )
}
