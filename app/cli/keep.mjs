// Processes that run for as long as we serve.

/** Before a place that could not be taken is tried for again. */
const AGAIN = 500

/**
 * Runs one process and puts another in its place, however it ended: killed by the kernel, asked to leave by an operator.
 * One that takes a place and ends before it served is followed by another in a moment, since what it needs (a database
 * that is being started again) may be away just now. The first of all that ends before it served would do so again:
 * `failed` hears it, unless `losses`, the times that what it needs went away, grew since it began.
 *
 * `begin` starts one, which says by its first message that it serves; `children` are those that run; with `isEnding`
 * nobody takes a place any more. Answers with the first process.
 */
export function keep(begin, name, told, instead = null) {
  const { children, isEnding, failed, say, losses = () => 0 } = told
  const lost = losses()
  const child = begin()
  let served = false
  children.push(child)
  child.once('message', () => {
    served = true
    if (instead !== null) say(`The ${name} process ${child.pid} serves in the place of ${instead}.`)
  })
  child.once('exit', (code) => {
    children.splice(children.indexOf(child), 1)
    if (isEnding()) return
    const isExcused = losses() !== lost
    if (!served && instead === null && !isExcused)
      return void failed(code || 1, `The ${name} process stopped by itself.`)
    const place = served || instead === null ? child.pid : instead
    setTimeout(() => isEnding() || keep(begin, name, told, place), served ? 0 : AGAIN)
  })
  return child
}
