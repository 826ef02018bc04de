import type { Figure } from '#app/domain/advice/advice.ts'
import type { InterestFigure, IntraclassFigure } from '#app/domain/advice/panel.ts'
import { useT } from '#app/i18n/provider.tsx'
import { type Drift, Drifts, HaloFigures, type Halos, Interests } from './panel-behaviour.tsx'
import { PairKappas, type Pairs, type Question, ScreenKappas } from './panel-kappas.tsx'
import { type OnCriterion, OrdinalAlphas } from './panel-ordinal.tsx'
import { Reliability } from './panel-reliability.tsx'
import { type JurorShare, SheetShares } from './panel-shares.tsx'

export type PanelFiguresProps = {
  /** Null in figures made before these were computed. */
  panel: {
    readonly intraclass: Figure<IntraclassFigure>
    /** Null in figures made before it was computed. */
    readonly ordinal: Figure<readonly OnCriterion[]> | null
    readonly kappa: Figure<Pairs>
    readonly fleiss: Figure<readonly Question[]>
    readonly drift: Figure<readonly Drift[]>
    readonly halo: Figure<Halos>
    /** Null for whoever does not preside. */
    readonly interest: Figure<InterestFigure> | null
    /** As the interest, and null in figures made before it was computed; so is the next one. */
    readonly identical: Figure<readonly JurorShare[]> | null
    readonly quick: Figure<readonly JurorShare[]> | null
  } | null
  /** Where the CSV of one figure is. */
  fileOf: (figure: string) => string
}

/** Reliability, agreement between jurors and the flags, jurors by name: for whoever presides. */
export function PanelFigures({ panel, fileOf }: PanelFiguresProps) {
  const t = useT()
  if (panel === null) return <p className="hint">{t('figures.panel.absent')}</p>
  return (
    <>
      <p className="hint">{t('figures.panel.lead')}</p>
      <Reliability figure={panel.intraclass} file={fileOf('intraclass')} />
      {panel.ordinal === null ? null : <OrdinalAlphas figure={panel.ordinal} file={fileOf('ordinal')} />}
      <PairKappas figure={panel.kappa} file={fileOf('kappa')} />
      <ScreenKappas figure={panel.fleiss} file={fileOf('fleiss')} />
      <Drifts figure={panel.drift} file={fileOf('drift')} />
      <HaloFigures figure={panel.halo} file={fileOf('halo')} />
      {panel.interest === null ? null : <Interests figure={panel.interest} file={fileOf('interest')} />}
      {(['identical', 'quick'] as const).map((name) => {
        const figure = panel[name]
        return figure === null ? null : <SheetShares key={name} {...{ name, figure }} file={fileOf(name)} />
      })}
    </>
  )
}
