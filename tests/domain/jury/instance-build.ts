import fc from 'fast-check'
import type { Instance } from '#app/domain/jury/instance.ts'

/** One reader per row and one file per column, unless said otherwise. */
export const instanceFrom = (
  score: Instance['score'],
  over: Partial<Instance> & { readonly readers?: number; readonly load?: number } = {},
): Instance => ({
  score,
  wanted: score.map(() => over.readers ?? 1),
  least: (score[0] ?? []).map(() => 0),
  most: (score[0] ?? []).map(() => over.load ?? 1),
  rules: [],
  held: score.map(() => []),
  base: score.map(() => 0),
  ...over,
})

const cell = fc.option(fc.integer({ min: 0, max: 1000 }), { freq: 6 })

/** Random instances with conflicts, loads on both sides and one institution of two columns. */
export const anInstance = (rows: number, columns: number): fc.Arbitrary<Instance> =>
  fc
    .record({
      score: fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
        minLength: 1,
        maxLength: rows,
      }),
      readers: fc.integer({ min: 1, max: 3 }),
      load: fc.integer({ min: 1, max: rows }),
      least: fc.integer({ min: 0, max: 1 }),
    })
    .map(({ score, readers, load, least }) =>
      instanceFrom(score, {
        readers,
        load,
        least: Array.from({ length: columns }, () => least),
        rules: [
          {
            kind: 'institution',
            name: 'body',
            columns: [0, 1],
            least: score.map(() => 0),
            most: score.map(() => 1),
          },
        ],
      }),
    )
