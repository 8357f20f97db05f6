import type { Place, PlaceKind } from '../facts'
import { dissolve } from '../geometry/overlay/dissolve'
import type { Points } from '../geometry/point-cells'
import { representativePoint } from '../geometry/rings/representative-point'
import type { Position, Shape } from '../geometry/rings/shape'
import { type Ground, Locator, type PlaceFound } from './locator'
import { settleLoose } from './settle-loose'
import { byCode, DEPTH, type PlaceNote, type PlaceTree, treeOf, widestAmong } from './tree'

/**
 * The places of a pack, from district to unit. A parent without a polygon has the ground of its children, and only
 * of its children: what they cover twice is covered once. Nothing is repaired; what is odd is in `notes`.
 */
export class Hierarchy {
  private readonly shapes = new Map<string, Shape | null>()
  private readonly points = new Map<string, Position | null>()
  private readonly lines = new Map<string, readonly string[]>()
  private readonly lists = new Map<string, readonly string[]>()
  private locator: Locator | null = null
  /** given to the only district for want of anything better: theirs, but no proof of its ground */
  private readonly strays: ReadonlySet<string>
  readonly notes: readonly PlaceNote[]
  /** Codes of the places that there are, in ascending order. */
  readonly codes: readonly string[]
  /** Codes of places that are none any more, ascending: rows and zones may name them still. */
  readonly former: readonly string[]

  constructor(private readonly tree: PlaceTree) {
    const all = [...tree.places.keys()].sort(byCode)
    this.codes = all.filter((code) => !this.isFormer(code))
    this.former = all.filter((code) => this.isFormer(code))
    this.strays = settleLoose(tree)
    this.notes = tree.notes
  }

  private once(name: string, find: () => readonly string[]): readonly string[] {
    const found = this.lists.get(name) ?? find()
    this.lists.set(name, found)
    return found
  }

  /** Codes of a kind, ascending. */
  ofKind(kind: PlaceKind): readonly string[] {
    return this.once(kind, () => this.codes.filter((code) => this.isOf(kind, code)))
  }

  /** Codes without a parent, ascending. The district is the only one of a pack in good order. */
  get roots(): readonly string[] {
    return this.once('roots', () => this.codes.filter((code) => this.parentOf(code) === null))
  }

  /** The roots of the widest kind: the district, or what stands in its stead. Strays without a parent are not. */
  get tops(): readonly string[] {
    return this.once('tops', () => widestAmong(this.tree, this.roots))
  }

  place(code: string): Place | null {
    return this.tree.places.get(code) ?? null
  }

  /** Whether the place is none any more. */
  isFormer(code: string): boolean {
    return this.tree.places.get(code)?.former !== undefined
  }

  /** The nearest place around it that there is. */
  parentOf(code: string): string | null {
    const around = this.holderOf(code)
    return around === null || !this.isFormer(around) ? around : this.parentOf(around)
  }

  /** The place around it, also one that is none any more: what it was divided from, or has become. */
  holderOf(code: string): string | null {
    return this.tree.parents.get(code) ?? null
  }

  /** Codes whose parent it is, ascending. */
  childrenOf(code: string): readonly string[] {
    const held = this.heldBy(code)
    if (!held.some((child) => this.isFormer(child))) return held
    return held.flatMap((child) => (this.isFormer(child) ? this.childrenOf(child) : [child])).sort(byCode)
  }

  /** Codes of what it holds, places that are none any more among them, ascending. */
  heldBy(code: string): readonly string[] {
    return this.tree.children.get(code) ?? []
  }

  /** Of what it holds, the parts that share its people: what is counted elsewhere is none of them. */
  partsOf(code: string): readonly string[] {
    return this.heldBy(code).filter((child) => this.isCounted(child))
  }

  /** Those in which everyone is counted: places that nothing holds. */
  get trunks(): readonly string[] {
    const all = [...this.codes, ...this.former].sort(byCode)
    return all.filter((code) => this.holderOf(code) === null && this.isCounted(code))
  }

  private isCounted(code: string): boolean {
    return !this.tree.places.get(code)!.isCountedElsewhere
  }

  /** From the place around it to the root, places that are none any more among them. */
  ancestorsOf(code: string): readonly string[] {
    const known = this.lines.get(code)
    if (known) return known
    const parent = this.holderOf(code)
    const line = parent === null ? [] : [parent, ...this.ancestorsOf(parent)]
    this.lines.set(code, line)
    return line
  }

  /** The place itself or its nearest ancestor of that kind that there is; null where there is none. */
  upTo(kind: PlaceKind, code: string): string | null {
    return this.lineOf(code).find((at) => this.isOf(kind, at) && !this.isFormer(at)) ?? null
  }

  /** The same among all places, also those that are none any more. */
  everUpTo(kind: PlaceKind, code: string): string | null {
    return this.lineOf(code).find((at) => this.isOf(kind, at)) ?? null
  }

  private lineOf(code: string): readonly string[] {
    return this.place(code) ? [code, ...this.ancestorsOf(code)] : []
  }

  private isOf(kind: PlaceKind, code: string): boolean {
    return this.tree.places.get(code)!.kind === kind
  }

  townOf(code: string): string | null {
    return this.upTo('town', code)
  }

  villageOf(code: string): string | null {
    return this.upTo('village', code)
  }

  /** Its own polygon, else the union of its children's; null where nothing is drawn. */
  shapeOf(code: string): Shape | null {
    const known = this.shapes.get(code)
    if (known !== undefined) return known
    const own = this.place(code)?.shape ?? null
    const shape = own && own.length > 0 ? own : this.unionOfChildren(code)
    this.shapes.set(code, shape)
    return shape
  }

  /** A position inside its ground, the same on every machine; null where nothing is drawn. */
  pointOf(code: string): Position | null {
    const known = this.points.get(code)
    if (known !== undefined) return known
    const shape = this.shapeOf(code)
    const point = shape && shape.length > 0 ? representativePoint(shape) : null
    this.points.set(code, point)
    return point
  }

  /** Codes of places with no ground at all, neither their own nor their children's, ascending. */
  get withoutGeometry(): readonly string[] {
    return this.codes.filter((code) => this.shapeOf(code) === null)
  }

  /** The deepest place that holds the position (degrees WGS-84); inside overlapping siblings the smaller code. */
  placeAt(lon: number, lat: number): PlaceFound | null {
    this.locator ??= this.locatorOf(this.codes)
    return this.locator.find([lon, lat])
  }

  /** The code that `placeAt` finds for each of many positions; null also where the position is not known (NaN). */
  codesAt(positions: Points): (string | null)[] {
    this.locator ??= this.locatorOf(this.codes)
    return this.locator.codesOf(positions)
  }

  private unionOfChildren(code: string): Shape | null {
    const isDrawn = (child: string): boolean => this.shapeOf(child) !== null
    // people that are counted elsewhere leave the ground of a former place where it was
    const counted = this.partsOf(code).filter(isDrawn)
    const drawn = counted.length > 0 ? counted : this.heldBy(code).filter(isDrawn)
    const named = drawn.filter((child) => !this.strays.has(child))
    const parts = named.length > 0 ? named : widestAmong(this.tree, drawn)
    const shapes = parts.map((child) => this.shapeOf(child)!)
    return shapes.length === 0 ? null : dissolve(shapes)
  }

  private locatorOf(codes: readonly string[]): Locator {
    const grounds = codes.flatMap((code): Ground[] => {
      const shape = this.shapeOf(code)
      return shape ? [{ code, depth: DEPTH[this.place(code)!.kind], shape }] : []
    })
    return new Locator(grounds)
  }
}

const known = new WeakMap<readonly Place[], Hierarchy>()

/** The hierarchy of these places. The same list gives the same object: places are never changed in place. */
export function hierarchyOf(places: readonly Place[]): Hierarchy {
  let hierarchy = known.get(places)
  if (!hierarchy) known.set(places, (hierarchy = new Hierarchy(treeOf(places))))
  return hierarchy
}
