import type { Instant } from '#app/domain/kernel/instant.ts'
import { randomFor } from '../play/random.ts'
import { beginAll, scoreAll, type Work } from '../play/read-and-score.ts'
import { moveClock, type Stage } from '../play/stage.ts'
import { daysAfter } from './calendar.ts'

/** How long a sheet takes, in days: from twelve minutes to an hour and some. */
const readingTime = (drawn: number): number => (12 + Math.floor(drawn * 55)) / (24 * 60)

/**
 * One file each, then the next, half a day later: every juror in an order of their own, since what the order of reading
 * does cannot be seen where all read in one. A sheet is sealed some minutes after it was begun.
 */
export async function readInTurn(stage: Stage, work: Work, opens: Instant): Promise<void> {
  const ordered = work.map(({ juror, readings }) => {
    const drawn = readings.map((reading) => ({
      reading,
      key: randomFor(stage.seed, `read ${juror.email} ${reading.drawn}`)(),
    }))
    return { juror, readings: drawn.sort((a, b) => a.key - b.key).map(({ reading }) => reading) }
  })
  const rounds = ordered.reduce((most, { readings }) => Math.max(most, readings.length), 0)
  for (let round = 0; round < rounds; round += 1) {
    const next = ordered.map(({ juror, readings }) => ({ juror, readings: readings.slice(round, round + 1) }))
    const begun = 6 + round / 2
    await moveClock(stage, daysAfter(opens, begun))
    await beginAll(stage, next)
    const drawn = randomFor(stage.seed, `time of reading ${round}`)()
    await moveClock(stage, daysAfter(opens, begun + readingTime(drawn)))
    await scoreAll(stage, next)
  }
}
