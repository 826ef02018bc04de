/**
 * Minimum-cost flow in integers: successive shortest paths by Dijkstra with potentials, every shortest path of one
 * length taken at once. Costs are not negative, arcs are looked at as they were added, equal distances by number of
 * node: the same network always gives the same flow. Exact and auditable (section 5.4 of the scoring rules).
 */
export type CostNetwork = {
  readonly nodes: number
  readonly head: number[]
  readonly room: number[]
  readonly cost: number[]
  readonly arcsOf: number[][]
}

export const costNetwork = (nodes: number): CostNetwork => ({
  nodes,
  head: [],
  room: [],
  cost: [],
  arcsOf: Array.from({ length: nodes }, () => []),
})

/** Adds an arc and its reverse; what has flowed through it is `room[arc + 1]`. */
export function addCostArc(
  net: CostNetwork,
  from: number,
  to: number,
  capacity: number,
  cost: number,
): number {
  const arc = net.head.length
  net.head.push(to, from)
  net.room.push(capacity, 0)
  net.cost.push(cost, -cost)
  net.arcsOf[from]?.push(arc)
  net.arcsOf[to]?.push(arc + 1)
  return arc
}

const FAR = Number.MAX_SAFE_INTEGER

/** A binary heap of (distance, node) pairs; a node may lie in it more than once. */
type Heap = { readonly distance: number[]; readonly node: number[] }

const before = (heap: Heap, a: number, b: number): boolean => {
  const [left, right] = [heap.distance[a] ?? FAR, heap.distance[b] ?? FAR]
  return left < right || (left === right && (heap.node[a] ?? 0) < (heap.node[b] ?? 0))
}
function swap(heap: Heap, a: number, b: number): void {
  const [distance, node] = [heap.distance[a] ?? 0, heap.node[a] ?? 0]
  heap.distance[a] = heap.distance[b] ?? 0
  heap.node[a] = heap.node[b] ?? 0
  heap.distance[b] = distance
  heap.node[b] = node
}
function push(heap: Heap, distance: number, node: number): void {
  heap.distance.push(distance)
  heap.node.push(node)
  let child = heap.node.length - 1
  for (let parent = (child - 1) >> 1; child > 0 && before(heap, child, parent); parent = (child - 1) >> 1) {
    swap(heap, child, parent)
    child = parent
  }
}
function pop(heap: Heap): { readonly distance: number; readonly node: number } | null {
  const [distance, node] = [heap.distance[0], heap.node[0]]
  if (distance === undefined || node === undefined) return null
  swap(heap, 0, heap.node.length - 1)
  heap.distance.pop()
  heap.node.pop()
  for (let parent = 0; ;) {
    const left = 2 * parent + 1
    const least = left + 1 < heap.node.length && before(heap, left + 1, left) ? left + 1 : left
    if (least >= heap.node.length || !before(heap, least, parent)) return { distance, node }
    swap(heap, parent, least)
    parent = least
  }
}

/** Reduced distances from the source, no farther than the sink's; FAR where nothing leads. */
function distances(net: CostNetwork, potential: readonly number[], source: number, sink: number): number[] {
  const found = new Array<number>(net.nodes).fill(FAR)
  const heap: Heap = { distance: [], node: [] }
  found[source] = 0
  push(heap, 0, source)
  for (let next = pop(heap); next !== null && next.distance <= (found[sink] ?? FAR); next = pop(heap)) {
    if (next.distance > (found[next.node] ?? FAR)) continue
    const here = next.distance + (potential[next.node] ?? 0)
    for (const arc of net.arcsOf[next.node] ?? []) {
      if ((net.room[arc] ?? 0) === 0) continue
      const head = net.head[arc] ?? 0
      const distance = here + (net.cost[arc] ?? 0) - (potential[head] ?? 0)
      if (distance >= (found[head] ?? FAR)) continue
      found[head] = distance
      push(heap, distance, head)
    }
  }
  return found
}

type Walk = { readonly potential: readonly number[]; readonly next: number[]; readonly on: boolean[] }

/** One path of arcs without reduced cost, found without recursion; `next` remembers exhausted arcs. */
function tightPath(net: CostNetwork, walk: Walk, source: number, sink: number): readonly number[] {
  const path: number[] = []
  walk.on.fill(false)
  walk.on[source] = true
  for (let node = source; node !== sink;) {
    const arc = net.arcsOf[node]?.[walk.next[node] ?? 0]
    if (arc === undefined) {
      const back = path.pop()
      if (back === undefined) return []
      walk.on[node] = false
      node = net.head[back ^ 1] ?? source
      walk.next[node] = (walk.next[node] ?? 0) + 1
      continue
    }
    const head = net.head[arc] ?? 0
    const reduced = (net.cost[arc] ?? 0) + (walk.potential[node] ?? 0) - (walk.potential[head] ?? 0)
    if ((net.room[arc] ?? 0) > 0 && reduced === 0 && walk.on[head] !== true) {
      path.push(arc)
      walk.on[head] = true
      node = head
    } else walk.next[node] = (walk.next[node] ?? 0) + 1
  }
  return path
}

function pushAlong(net: CostNetwork, path: readonly number[], most: number): number {
  const amount = path.reduce((least, arc) => Math.min(least, net.room[arc] ?? 0), most)
  for (const arc of path) {
    net.room[arc] = (net.room[arc] ?? 0) - amount
    net.room[arc ^ 1] = (net.room[arc ^ 1] ?? 0) + amount
  }
  return amount
}

/** Sends up to `wanted` units at the smallest cost; returns how many went. */
export function sendCheapest(net: CostNetwork, source: number, sink: number, wanted: number): number {
  const potential = new Array<number>(net.nodes).fill(0)
  let sent = 0
  while (sent < wanted) {
    const found = distances(net, potential, source, sink)
    const reach = found[sink] ?? FAR
    if (reach === FAR) return sent
    found.forEach((distance, node) => {
      potential[node] = (potential[node] ?? 0) + Math.min(distance, reach)
    })
    const walk = { potential, next: new Array<number>(net.nodes).fill(0), on: new Array<boolean>(net.nodes) }
    for (let path = tightPath(net, walk, source, sink); path.length > 0 && sent < wanted;) {
      sent += pushAlong(net, path, wanted - sent)
      path = sent < wanted ? tightPath(net, walk, source, sink) : []
    }
  }
  return sent
}
