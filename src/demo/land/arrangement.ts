/** A line of the drawing on the grid of micro-degrees. `left`/`right` name the ground on its sides, where known. */
export interface Stroke {
  readonly points: readonly (readonly [number, number])[]
  readonly left?: number
  readonly right?: number
}

export interface Arrangement {
  readonly x: Float64Array
  readonly y: Float64Array
  /** half-edges come in pairs: the twin of h is h ^ 1 */
  readonly from: Int32Array
  /** the next half-edge of the same face, which lies on the left */
  readonly next: Int32Array
  /** face cycle of each half-edge */
  readonly cycle: Int32Array
  readonly cycles: number
  /** ground on the left as its stroke says, or null */
  readonly side: readonly (number | null)[]
  /** for each stroke, the vertices it runs through after all cuts */
  readonly chains: readonly (readonly number[])[]
}

interface Net {
  readonly xs: number[]
  readonly ys: number[]
  readonly byKey: Map<number, number>
  chains: number[][]
}

const CELL = 512

/**
 * The planar drawing of all strokes: cut where they meet, with every vertex on the grid. Cutting moves an
 * edge by up to half a unit (6 cm) and may make it meet another, therefore it is repeated until nothing does.
 */
export function arrange(strokes: readonly Stroke[]): Arrangement {
  const net: Net = { xs: [], ys: [], byKey: new Map(), chains: [] }
  net.chains = strokes.map((s) => collapse(s.points.map(([x, y]) => vertexOf(net, x, y))))
  for (let pass = 0; pass < 12; pass++) if (!cutOnce(net)) return linked(net, strokes)
  throw new Error('the drawing does not settle')
}

function vertexOf(net: Net, x: number, y: number): number {
  const key = x * 1e9 + y
  let at = net.byKey.get(key)
  if (at === undefined) {
    at = net.xs.length
    net.xs.push(x)
    net.ys.push(y)
    net.byKey.set(key, at)
  }
  return at
}

function collapse(chain: readonly number[]): number[] {
  return chain.filter((v, i) => i === 0 || v !== chain[i - 1])
}

interface Piece {
  readonly a: number
  readonly b: number
  readonly stroke: number
  readonly index: number
}

function cutOnce(net: Net): boolean {
  const pieces: Piece[] = []
  const byBox = new Map<number, number[]>()
  net.chains.forEach((chain, stroke) => {
    for (let index = 0; index + 1 < chain.length; index++) {
      const piece = { a: chain[index]!, b: chain[index + 1]!, stroke, index }
      eachBox(net, piece, (box) => {
        const list = byBox.get(box)
        if (list) list.push(pieces.length)
        else byBox.set(box, [pieces.length])
      })
      pieces.push(piece)
    }
  })
  const cuts = new Map<number, Set<number>>()
  const seen = new Set<number>()
  for (const list of byBox.values()) {
    for (let i = 0; i < list.length; i++) {
      for (let j = i + 1; j < list.length; j++) {
        const pair = Math.min(list[i]!, list[j]!) * 1e6 + Math.max(list[i]!, list[j]!)
        if (seen.has(pair)) continue
        seen.add(pair)
        meet(net, pieces, [list[i]!, list[j]!], (piece, vertex) => {
          const held = cuts.get(piece)
          if (held) held.add(vertex)
          else cuts.set(piece, new Set([vertex]))
        })
      }
    }
  }
  if (cuts.size === 0) return false
  insert(net, pieces, cuts)
  return true
}

function eachBox(net: Net, { a, b }: Piece, visit: (box: number) => void): void {
  const x0 = Math.floor((Math.min(net.xs[a]!, net.xs[b]!) - 2) / CELL)
  const x1 = Math.floor((Math.max(net.xs[a]!, net.xs[b]!) + 2) / CELL)
  const y0 = Math.floor((Math.min(net.ys[a]!, net.ys[b]!) - 2) / CELL)
  const y1 = Math.floor((Math.max(net.ys[a]!, net.ys[b]!) + 2) / CELL)
  for (let x = x0; x <= x1; x++) for (let y = y0; y <= y1; y++) visit(x * 1e7 + y)
}

function turn(net: Net, a: number, b: number, c: number): number {
  return (
    (net.xs[b]! - net.xs[a]!) * (net.ys[c]! - net.ys[a]!) -
    (net.ys[b]! - net.ys[a]!) * (net.xs[c]! - net.xs[a]!)
  )
}

/** True where c lies on the piece a–b within half a unit, and is neither of its ends. */
function rests(net: Net, a: number, b: number, c: number): boolean {
  if (c === a || c === b) return false
  const dx = net.xs[b]! - net.xs[a]!
  const dy = net.ys[b]! - net.ys[a]!
  const along = (net.xs[c]! - net.xs[a]!) * dx + (net.ys[c]! - net.ys[a]!) * dy
  const square = dx * dx + dy * dy
  return along > 0 && along < square && turn(net, a, b, c) ** 2 <= square * 0.25
}

function meet(
  net: Net,
  pieces: readonly Piece[],
  [i, j]: readonly [number, number],
  cut: (piece: number, vertex: number) => void,
): void {
  const p = pieces[i]!
  const q = pieces[j]!
  let touched = false
  for (const c of [q.a, q.b]) {
    if (rests(net, p.a, p.b, c)) {
      cut(i, c)
      touched = true
    }
  }
  for (const c of [p.a, p.b]) {
    if (rests(net, q.a, q.b, c)) {
      cut(j, c)
      touched = true
    }
  }
  if (touched || p.a === q.a || p.a === q.b || p.b === q.a || p.b === q.b) return
  const [u, v] = [turn(net, p.a, p.b, q.a), turn(net, p.a, p.b, q.b)]
  const [s, t] = [turn(net, q.a, q.b, p.a), turn(net, q.a, q.b, p.b)]
  if (u > 0 === v > 0 || s > 0 === t > 0 || u === 0 || v === 0 || s === 0 || t === 0) return
  const f = u / (u - v)
  const x = Math.round(net.xs[q.a]! + (net.xs[q.b]! - net.xs[q.a]!) * f)
  const y = Math.round(net.ys[q.a]! + (net.ys[q.b]! - net.ys[q.a]!) * f)
  const vertex = vertexOf(net, x, y)
  if (vertex !== p.a && vertex !== p.b) cut(i, vertex)
  if (vertex !== q.a && vertex !== q.b) cut(j, vertex)
}

function insert(net: Net, pieces: readonly Piece[], cuts: Map<number, Set<number>>): void {
  const fresh: number[][] = net.chains.map((chain) => (chain.length ? [chain[0]!] : []))
  pieces.forEach((piece, at) => {
    const away = (v: number): number =>
      (net.xs[v]! - net.xs[piece.a]!) ** 2 + (net.ys[v]! - net.ys[piece.a]!) ** 2
    const between = [...(cuts.get(at) ?? [])].sort((v, w) => away(v) - away(w) || v - w)
    for (const one of between) fresh[piece.stroke]!.push(one)
    fresh[piece.stroke]!.push(piece.b)
  })
  net.chains = fresh.map(collapse)
}

function linked(net: Net, strokes: readonly Stroke[]): Arrangement {
  const edgeOf = new Map<number, number>()
  const from: number[] = []
  const side: (number | null)[] = []
  net.chains.forEach((chain, s) => {
    const { left, right } = strokes[s]!
    for (let i = 0; i + 1 < chain.length; i++) {
      const [a, b] = [chain[i]!, chain[i + 1]!]
      const key = Math.min(a, b) * 1e6 + Math.max(a, b)
      let edge = edgeOf.get(key)
      if (edge === undefined) {
        edge = from.length
        edgeOf.set(key, edge)
        from.push(Math.min(a, b), Math.max(a, b))
        side.push(null, null)
      }
      const forward = edge + (a < b ? 0 : 1)
      if (left !== undefined) side[forward] = left
      if (right !== undefined) side[forward ^ 1] = right
    }
  })
  return { ...faces(net, from), side, chains: net.chains }
}

function faces(net: Net, from: readonly number[]): Omit<Arrangement, 'side' | 'chains'> {
  const leaving: number[][] = net.xs.map(() => [])
  from.forEach((v, h) => {
    leaving[v]!.push(h)
  })
  const angle = (h: number): number =>
    Math.atan2(net.ys[from[h ^ 1]!]! - net.ys[from[h]!]!, net.xs[from[h ^ 1]!]! - net.xs[from[h]!]!)
  const next = new Int32Array(from.length)
  for (const list of leaving) {
    list.sort((a, b) => angle(a) - angle(b))
    list.forEach((h, i) => {
      next[h ^ 1] = list[(i + list.length - 1) % list.length]!
    })
  }
  const cycle = new Int32Array(from.length).fill(-1)
  let cycles = 0
  for (let h = 0; h < from.length; h++) {
    if (cycle[h]! >= 0) continue
    for (let g = h; cycle[g]! < 0; g = next[g]!) cycle[g] = cycles
    cycles++
  }
  return {
    x: Float64Array.from(net.xs),
    y: Float64Array.from(net.ys),
    from: Int32Array.from(from),
    next,
    cycle,
    cycles,
  }
}
