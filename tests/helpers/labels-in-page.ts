/** A label as a map has placed it, css px of that map; ground in degrees. */
export interface LabelSeen {
  readonly text: string
  readonly kind: string
  readonly anchor: readonly [number, number]
  readonly box: readonly [left: number, top: number, right: number, bottom: number]
  readonly leader: readonly (readonly [number, number])[] | null
  /** rings of the place it names, flat lon, lat; null where its ground is not known */
  readonly ground: readonly (readonly number[])[] | null
  /** of a number beside its disc, css px */
  readonly radius: number
}

/** The labels of one map, and from where it is looked at. */
export interface LabelledMap {
  readonly camera: { readonly centre: readonly [number, number]; readonly zoom: number }
  readonly size: readonly [number, number]
  readonly k: number
  readonly labels: readonly LabelSeen[]
}

interface Asked {
  readonly kind?: string
  readonly seen?: Pick<LabelledMap, 'camera' | 'size' | 'k'>
}

interface Answered {
  readonly placed?: readonly {
    readonly request: {
      readonly kind: string
      readonly lines: readonly { readonly text: string }[]
      readonly ground?: readonly (readonly Float64Array[])[]
      readonly radius?: number
    }
    readonly anchor: readonly [number, number]
    readonly box: LabelSeen['box']
    readonly leader: LabelSeen['leader']
  }[]
}

/** Runs before any script of the page: remembers what every worker that places labels has answered last. */
export function recordLabels(): void {
  const maps = new Map<Worker, LabelledMap>()
  ;(globalThis as unknown as { labelledMaps: Map<Worker, LabelledMap> }).labelledMaps = maps
  const post = Worker.prototype.postMessage as (...all: unknown[]) => void
  const asked = new WeakMap<Worker, NonNullable<Asked['seen']>>()
  const heard = (worker: Worker, { placed }: Answered): void => {
    const from = asked.get(worker)
    if (!placed || !from) return
    const labels = placed.map(
      ({ request, anchor, box, leader }): LabelSeen => ({
        text: request.lines.map(({ text }) => text).join(' '),
        kind: request.kind,
        anchor,
        box,
        leader,
        ground: request.ground?.flat().map((ring) => [...ring]) ?? null,
        radius: (request.radius ?? 0) * from.k,
      }),
    )
    maps.set(worker, { camera: from.camera, size: from.size, k: from.k, labels })
  }
  Worker.prototype.postMessage = function (this: Worker, ...all: unknown[]) {
    const { kind, seen } = (all[0] ?? {}) as Asked
    if (kind === 'place' && seen) {
      if (!asked.has(this)) this.addEventListener('message', ({ data }) => heard(this, data as Answered))
      asked.set(this, seen)
    }
    return post.apply(this, all)
  } as typeof Worker.prototype.postMessage
}

/** What the maps of the page have placed since it was last asked to forget; runs in the page. */
export function labelsInPage(): LabelledMap[] {
  return [...(globalThis as unknown as { labelledMaps: Map<Worker, LabelledMap> }).labelledMaps.values()]
}

/** Runs in the page, before it is led to another view: its labels are not that one's. */
export function forgetLabels(): void {
  ;(globalThis as unknown as { labelledMaps: Map<Worker, LabelledMap> }).labelledMaps.clear()
}
