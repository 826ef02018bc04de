import { DotWhisker } from '#app/ui/patterns/dot-whisker.tsx'
import { ScoreSelector } from '#app/ui/patterns/score-selector.tsx'

export const Score = () => (
  <>
    <section className="crit" data-criterion="a">
      <ScoreSelector
        name="a"
        legend="Impact pour l’usager"
        value={4}
        levels={[1, 2, 3, 4, 5].map((level) => ({ level, anchor: level % 2 === 1 ? 'Effet net.' : null }))}
      />
    </section>
    <section className="crit crit--open" data-criterion="b">
      <ScoreSelector
        name="b"
        legend="Pérennité"
        weight="15 % de la note"
        value={3}
        levels={[1, 2, 3, 4, 5].map((level) => ({
          level,
          anchor: level % 2 === 1 ? 'Équipe et budget identifiés.' : null,
        }))}
      />
    </section>
    <table className="heat">
      <tbody>
        <tr className="sheet-heat">
          {[0, 1, 2, 3, 4, 5].map((step) => (
            <td key={step} className={`v${step}`}>
              {step}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  </>
)

export const Whiskers = () => (
  <DotWhisker
    label="Note estimée et intervalle"
    axis={[40, 100]}
    threshold={70}
    rows={[
      { key: 's', name: 'Sabil', value: 83.6, low: 79, high: 88, second: 82, ticks: [80, 83, 85, 86] },
      { key: 'b', name: 'Bayyina', value: 78.2, low: 74, high: 82 },
      { key: 'w', name: 'Watiqati', value: 66.1, low: 54, high: 77, below: true, ticks: [51, 66, 81] },
    ]}
  />
)
