import { leaf } from './forge.ts'

/* eslint-disable @typescript-eslint/no-explicit-any -- (tampering) the files are bent in ways that no type allows */
/** Forgeries of sheets and commitments: what each is called, the file it bends, the check that must name it. */
export const SHEET_FORGERIES: readonly (readonly [string, string, string, (content: any) => void])[] = [
  [
    'a level raised on a sheet',
    'sheets.json',
    'sheets',
    (sheets) => {
      const levels = leaf(sheets).record.levels
      const [code = ''] = Object.keys(levels)
      levels[code] = levels[code] === '1' ? '2' : '1'
    },
  ],
  [
    'a salt replaced',
    'sheets.json',
    'sheets',
    (sheets) => {
      leaf(sheets).salt = '0'.repeat(64)
    },
  ],
  [
    'a sheet dropped',
    'sheets.json',
    'sheets',
    (sheets) => {
      sheets.shift()
    },
  ],
  [
    'a sheet shown twice',
    'sheets.json',
    'sheets',
    (sheets) => {
      sheets.push(leaf(sheets))
    },
  ],
  [
    'a sheet given to another nomination',
    'sheets.json',
    'sheets',
    (sheets) => {
      leaf(sheets).record.nomination = 'n-elsewhere'
    },
  ],
  [
    'a commitment removed',
    'commitments.json',
    'merkle-root',
    (list) => {
      list.commitments.pop()
      list.size -= 1
    },
  ],
  [
    'a commitment replaced',
    'commitments.json',
    'merkle-root',
    (list) => {
      list.commitments.at(-1).commitment = 'f'.repeat(64)
    },
  ],
  [
    'another Merkle root',
    'commitments.json',
    'merkle-root',
    (list) => {
      list.root = '0'.repeat(64)
    },
  ],
  [
    'a commitment listed twice',
    'commitments.json',
    'commitments',
    (list) => {
      list.commitments.push(list.commitments.at(-1))
    },
  ],
  [
    'a counted sheet called voided',
    'commitments.json',
    'sheets',
    (list) => {
      list.commitments.find((row: any) => row.status === 'counted').status = 'voided'
    },
  ],
]
