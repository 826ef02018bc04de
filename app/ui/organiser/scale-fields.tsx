import type { Criterion, Level } from '#app/domain/campaign/regulation.ts'
import { useT } from '#app/i18n/provider.tsx'
import { BoundCheckbox, BoundNumber, BoundRadios } from '../forms/bound-field.tsx'
import { LocalizedInput } from './localized-input.tsx'

function LevelFields({ index, level }: { index: number; level: Level | null }) {
  const t = useT()
  const at = (name: string): string => `scale.levels.${index}.${name}`
  return (
    <fieldset className={level === null ? 'stack scale__level while-open' : 'stack scale__level'}>
      <legend className="h-sm">
        {level === null
          ? t('campaign.criterion.newLevel')
          : t('campaign.criterion.level', { number: level.level })}
      </legend>
      <BoundNumber
        name={at('points')}
        decimals
        label={t('campaign.criterion.points')}
        defaultValue={level?.points ?? ''}
      />
      <LocalizedInput
        name={at('anchor')}
        label={t('campaign.criterion.anchor')}
        text={level?.anchor ?? {}}
        lines={2}
      />
      {level === null ? null : (
        <div className="while-open">
          <BoundCheckbox name={at('remove')} label={t('campaign.criterion.remove')} />
        </div>
      )}
    </fieldset>
  )
}

/** Two ends to begin with, when equal steps give way to levels; always one blank row more. */
function rowsOf({ grid, levels }: Criterion): readonly (Level | null)[] {
  const ends = grid === undefined ? levels : levels.filter((_, at) => at === 0 || at === levels.length - 1)
  return [...ends, null]
}

/** Levels with a sentence each, or equal steps between two ends; the style shows only the fields of the chosen way. */
export function ScaleFields({ criterion }: { criterion: Criterion }) {
  const t = useT()
  const { grid, levels } = criterion
  const label = (name: string): string => t(`campaign.criterion.${name}`)
  return (
    <fieldset className="sheet stack scale">
      <legend className="h-sm">{label('scale')}</legend>
      <BoundRadios
        name="scale.kind"
        label={label('kind')}
        value={grid === undefined ? 'levels' : 'grid'}
        options={(['levels', 'grid'] as const).map((value) => ({
          value,
          label: label(`kinds.${value}`),
          note: label(`kindsNote.${value}`),
        }))}
      />
      <div className="stack scale__levels">
        {rowsOf(criterion).map((level, index) => (
          <LevelFields key={level?.level ?? 'new'} index={index} level={level} />
        ))}
      </div>
      <div className="stack scale__grid">
        <div className="scale__ends">
          {(['min', 'max', 'step'] as const).map((name) => (
            <BoundNumber
              key={name}
              name={`scale.grid.${name}`}
              decimals
              label={label(name)}
              defaultValue={grid?.[name] ?? ''}
            />
          ))}
        </div>
        {(['lowest', 'highest'] as const).map((name) => (
          <LocalizedInput
            key={name}
            name={`scale.grid.${name}`}
            label={label(name)}
            text={levels.at(name === 'lowest' ? 0 : -1)?.anchor ?? {}}
            lines={2}
          />
        ))}
      </div>
    </fieldset>
  )
}
