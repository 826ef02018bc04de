import type { Tx } from '#app/adapters/db/client.server.ts'
import { loadRoundSheets } from '#app/adapters/db/round-sheets.ts'
import type { Regulation } from '#app/domain/campaign/regulation.ts'

/** More than anybody decides on at one sitting; the rest is counted. */
const SHOWN = 50

export type ShortFiles = {
  readonly rows: readonly {
    readonly nominationId: string
    readonly reference: string
    readonly sheets: number
    readonly minimum: number
    readonly isSent: boolean
  }[]
  readonly others: number
}
type Asked = {
  readonly id: string
  readonly regulation: Regulation | undefined
  readonly hidden: ReadonlySet<string>
}

/**
 * The files that are sent to the plenary, and those that may be: under their quorum, and their readers who still owe a sheet
 * too few or late. Files hidden from the reader are absent, also from the count.
 */
export async function shortFiles(
  tx: Tx,
  { id, regulation, hidden }: Asked,
  isLate: boolean,
): Promise<ShortFiles> {
  if (regulation === undefined) return { rows: [], others: 0 }
  const { files } = await loadRoundSheets(tx, { id, regulation })
  const found = files.filter(({ id: nominationId, sheets, minimum, open, isSent }) => {
    const reachable = sheets + (isLate ? 0 : open)
    return !hidden.has(nominationId) && (isSent || reachable === 0 || reachable < minimum)
  })
  return {
    rows: found.slice(0, SHOWN).map(({ id: nominationId, reference, sheets, minimum, isSent }) => ({
      ...{ nominationId, reference, sheets, minimum, isSent },
    })),
    others: Math.max(0, found.length - SHOWN),
  }
}
