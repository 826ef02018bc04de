import { integer } from '#app/domain/kernel/rational.ts'
import { krippendorffAlpha } from '#app/domain/statistics/alpha.ts'
import { designOf } from '#app/domain/statistics/design.ts'
import { jurorModel } from '#app/domain/statistics/juror-model.ts'
import { randomFrom } from '#app/domain/statistics/random.ts'
import { tellFigure } from './figure-line.ts'

/** Krippendorff's alpha and model M1 on 600 nominations by 80 jurors, every cell filled: under five seconds. */
export function figuresOfAgreement(): boolean {
  const random = randomFrom(1)
  const severity = Array.from({ length: 80 }, () => Math.round(6 * random.normal()))
  const table = Array.from({ length: 600 }, () => {
    const worth = 60 + 10 * random.normal()
    return severity.map((mild) => Math.max(0, Math.min(100, Math.round(worth + mild + 8 * random.normal()))))
  })
  return tellFigure({ id: 'F2', what: 'alpha and M1 on 600 x 80', target: 'under 5 s', most: 5 }, () => {
    const alpha = krippendorffAlpha(
      table.map((row) => row.map(integer)),
      'interval',
    )
    const design = designOf(
      table.flatMap((row, i) => row.map((value, j) => ({ nomination: `N${i}`, juror: `J${j}`, value }))),
    )
    const model = design.ok ? jurorModel(design.value) : design
    if (!model.ok) throw new Error(model.reason)
    return { alpha: alpha.alpha, theta: model.value.theta }
  })
}
