import loadHighs, { type Highs } from 'highs'
import type { LinearAnswer, LinearModel } from '#app/domain/jury/linear-model.ts'
import type { Ask } from '#app/domain/jury/proposal-steps.ts'

/** Same answer for the same model: one thread, a fixed seed, no gap but what integers leave. */
export const HIGHS_OPTIONS = {
  output_flag: false,
  random_seed: 0,
  mip_rel_gap: 0,
  mip_abs_gap: 0.99,
} as const

export type LinearSolver = {
  readonly name: 'HiGHS'
  readonly version: string
  readonly solve: (model: LinearModel, how: Pick<Ask, 'method' | 'seconds'>) => LinearAnswer
}

const INTEGER = 1

function statusOf(highs: Highs, code: number): LinearAnswer['status'] {
  const { modelStatus } = highs.constants
  if (code === modelStatus.optimal) return 'optimal'
  if (code === modelStatus.infeasible || code === modelStatus.unboundedOrInfeasible) return 'infeasible'
  return code === modelStatus.timeLimit ? 'time-limit' : 'failed'
}

const finite = (value: number, infinity: number): number =>
  Number.isFinite(value) ? value : Math.sign(value) * infinity

function modelData(highs: Highs, model: LinearModel) {
  const numCols = model.cost.length
  const numRows = model.rowLower.length
  return {
    numCols,
    numRows,
    sense: highs.constants.objectiveSense.maximize,
    colCost: model.cost,
    colLower: model.cost.map(() => 0),
    colUpper: model.upper,
    rowLower: model.rowLower.map((value) => finite(value, highs.infinity)),
    rowUpper: model.rowUpper.map((value) => finite(value, highs.infinity)),
    matrix: {
      format: 'csr' as const,
      numRows,
      numCols,
      starts: model.starts,
      indices: model.indices,
      values: model.values,
    },
    ...(model.integral ? { integrality: model.cost.map(() => INTEGER as 1) } : {}),
  }
}

/** A programme without columns is answered by its rows alone; the solver calls it empty either way. */
const withoutColumns = ({ rowLower, rowUpper }: LinearModel): LinearAnswer => ({
  status: rowLower.every((lower, row) => lower <= 0 && (rowUpper[row] ?? 0) >= 0) ? 'optimal' : 'infeasible',
  values: [],
  objective: 0,
  bound: 0,
})

/** HiGHS in WebAssembly (MIT), loaded once per thread. `solve` blocks: it belongs in a thread of its own. */
export async function openHighs(): Promise<LinearSolver> {
  const highs = await loadHighs()
  return {
    name: 'HiGHS',
    version: highs.version.string,
    solve: (linear, { method, seconds }) => {
      if (linear.cost.length === 0) return withoutColumns(linear)
      return highs.withModel(modelData(highs, linear), (model): LinearAnswer => {
        model.options.set({ ...HIGHS_OPTIONS, time_limit: seconds })
        if (method === 'interior') model.options.set({ solver: 'ipm' })
        model.run()
        const status = statusOf(highs, model.getModelStatus())
        const known = status === 'optimal' || (status === 'time-limit' && linear.integral)
        const solved =
          known && model.info.get('primal_solution_status') === highs.constants.solutionStatus.feasible
        const objective = model.getObjectiveValue()
        return {
          status,
          values: solved ? [...model.getSolution().colValue] : [],
          duals: solved && !linear.integral ? [...model.getSolution().rowDual] : [],
          objective,
          bound: linear.integral ? Number(model.info.get('mip_dual_bound')) : objective,
        }
      })
    },
  }
}
