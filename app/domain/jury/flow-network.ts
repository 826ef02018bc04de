/**
 * A network of unit and small integer capacities with Dinic's maximum flow. Arcs are looked at in the order in which
 * they were added, so the same network always gives the same flow.
 */
export type FlowNetwork = {
  readonly heads: number[]
  readonly room: number[]
  readonly arcsOf: number[][]
}

export const emptyNetwork = (nodes: number): FlowNetwork => ({
  heads: [],
  room: [],
  arcsOf: Array.from({ length: nodes }, () => []),
})

/** Adds an arc and its reverse; returns the arc, whose used capacity is `room[arc ^ 1]`. */
export function addArc(network: FlowNetwork, from: number, to: number, capacity: number): number {
  const arc = network.heads.length
  network.heads.push(to, from)
  network.room.push(capacity, 0)
  network.arcsOf[from]?.push(arc)
  network.arcsOf[to]?.push(arc + 1)
  return arc
}

const roomOf = (network: FlowNetwork, arc: number): number => network.room[arc] ?? 0
const headOf = (network: FlowNetwork, arc: number): number => network.heads[arc] ?? 0

function levelsFrom(network: FlowNetwork, source: number): readonly number[] {
  const levels = network.arcsOf.map(() => -1)
  levels[source] = 0
  const queue = [source]
  for (let at = 0; at < queue.length; at += 1) {
    const node = queue[at] ?? source
    for (const arc of network.arcsOf[node] ?? []) {
      const head = headOf(network, arc)
      if (roomOf(network, arc) === 0 || levels[head] !== -1) continue
      levels[head] = (levels[node] ?? 0) + 1
      queue.push(head)
    }
  }
  return levels
}

/** One augmenting path along rising levels, found without recursion; `next` remembers exhausted arcs. */
function pathTo(
  network: FlowNetwork,
  source: number,
  sink: number,
  levels: readonly number[],
  next: number[],
): readonly number[] {
  const path: number[] = []
  let node = source
  while (node !== sink) {
    const arcs = network.arcsOf[node] ?? []
    const arc = arcs[next[node] ?? 0]
    if (arc === undefined) {
      const back = path.pop()
      if (back === undefined) return []
      node = headOf(network, back ^ 1)
      next[node] = (next[node] ?? 0) + 1
    } else if (roomOf(network, arc) > 0 && levels[headOf(network, arc)] === (levels[node] ?? 0) + 1) {
      path.push(arc)
      node = headOf(network, arc)
    } else next[node] = (next[node] ?? 0) + 1
  }
  return path
}

/** Pushes as much more as the network takes; returns what was added to the flow. */
export function augment(network: FlowNetwork, source: number, sink: number): number {
  let pushed = 0
  for (;;) {
    const levels = levelsFrom(network, source)
    if (levels[sink] === -1) return pushed
    const next = network.arcsOf.map(() => 0)
    for (
      let path = pathTo(network, source, sink, levels, next);
      path.length > 0;
      path = pathTo(network, source, sink, levels, next)
    ) {
      const amount = Math.min(...path.map((arc) => roomOf(network, arc)))
      for (const arc of path) {
        network.room[arc] = roomOf(network, arc) - amount
        network.room[arc ^ 1] = roomOf(network, arc ^ 1) + amount
      }
      pushed += amount
    }
  }
}
