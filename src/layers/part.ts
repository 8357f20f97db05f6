import type { FeatureCollection } from 'geojson'
import type { LayerSpecification } from 'maplibre-gl'
import type { AssessAnswer, Bounds, CoverageAnswer, Facts, Position, Shape, Survey } from '#geo'
import type { LevelHatch, ThemeName } from '../ui/tokens'

/**
 * How much a person sees at once, by pixels a kilometre at symbol scale 1:
 * district < 40, wall 40–80, town 80–180, street from 180 (design language, section 6).
 */
export type ZoomBand = 'district' | 'wall' | 'town' | 'street'

/**
 * The rooms of `src/layers` by name, each with the groups that a person may switch off in it: a room adds itself
 * (`declare module '../part'`), and the list of layers does not compile without it.
 */
// biome-ignore lint/suspicious/noEmptyInterface: every room adds its own member
export interface LayerRooms {}

/** Layers a person may switch off. */
export type LayerGroup = LayerRooms[keyof LayerRooms]

export type MapTarget =
  | { readonly kind: 'zone'; readonly id: string }
  | { readonly kind: 'place'; readonly id: string }
  | { readonly kind: 'crossing'; readonly id: string }
  | { readonly kind: 'facility'; readonly id: string }

export interface MapSelection {
  readonly selected: MapTarget | null
  readonly hovered: MapTarget | null
}

/** Everything a part may depend on beside the facts: no clock, no screen, no camera but its band. */
export interface MapViewState {
  readonly theme: ThemeName
  /** symbol scale: every length, width and font size is multiplied by it */
  readonly k: number
  readonly band: ZoomBand
  /** pixels a kilometre at k = 1, in half steps of zoom: how far apart gathered discs must lie */
  readonly scale: number
  /** the shorter side of the free part of the map, css px at k = 1: no disc is wider than a twelfth of it */
  readonly short: number
  readonly layout: 'wall' | 'desk'
  readonly locale: 'zh' | 'en'
  readonly selection: MapSelection
  readonly hidden: ReadonlySet<LayerGroup>
  /** classes of road whose crossings are shown; null shows all */
  readonly roadClasses: ReadonlySet<string> | null
  /** device pixels a css pixel times k: from 2 up, a wall gains village names */
  readonly density: number
  /** cases older than this many days are drawn hollow; null never */
  readonly caseWindowDays: number | null
  /** two lines of a zone's callout, where the caller has its own words; else the map's */
  readonly callout?: (zone: Survey['zones'][number]) => readonly [string, string]
  /** for the public: zones bear their codes, and nothing is said of how far their lowering has come */
  readonly isPublic?: boolean
  /** the map beside ground that is shown larger, or that ground; absent where there is none */
  readonly inset?: InsetView & { readonly isLarger: boolean }
}

/** What a part is made from. */
export interface MapFacts {
  readonly register: Facts
  readonly survey: Survey | null
  readonly coverage: CoverageAnswer | null
  readonly assess: AssessAnswer | null
}

/** Points: flat lon, lat. Property columns are numbers; texts are looked up by the main thread by row. */
export interface PointColumns {
  readonly kind: 'points'
  readonly lonLat: Float64Array
  readonly properties: Readonly<Record<string, Int32Array | Float64Array | Uint8Array>>
}

/** Polygons as flat vertices with starts, like a geometry column; `codes` says which place each row is. */
export interface PolygonColumns {
  readonly kind: 'polygons'
  readonly coordinates: Float64Array
  /** first vertex of each ring; one more entry closes the last */
  readonly ringStarts: Uint32Array
  /** first ring of each polygon; one more entry closes the last */
  readonly polygonStarts: Uint32Array
  /** first polygon of each row; rows + 1 entries */
  readonly rowStarts: Uint32Array
  readonly codes: readonly string[]
}

/** Lines as flat vertices with starts. */
export interface LineColumns {
  readonly kind: 'lines'
  readonly coordinates: Float64Array
  /** first vertex of each line; one more entry closes the last */
  readonly lineStarts: Uint32Array
}

export type TileColumns = PointColumns | PolygonColumns | LineColumns

export type PartSource =
  | { readonly type: 'geojson'; readonly data: FeatureCollection; readonly promoteId?: string }
  /** features of polygons have their row as id, those of points what the rows of one spot say alike, lines nothing */
  | { readonly type: 'tiles'; readonly columns: TileColumns; readonly layer: string }

/** Where a layer lies, from the ground up. */
export const SLOTS = [
  'land',
  'relief',
  'urban',
  'green',
  'outside',
  'water',
  'blocks',
  'minorRoads',
  'rail',
  'roads',
  'precaution',
  'controlled',
  'sealed',
  'village',
  'town',
  'district',
  'outlines',
  'silent',
  'selection',
  'cases',
  'sites',
  'crossings',
  'discs',
  'gaps',
] as const
export type Slot = (typeof SLOTS)[number]

/** A layer without a source of its own name clash: `slot` settles the order, `hit` what a click on it means. */
export interface PartLayer {
  readonly slot: Slot
  readonly spec: LayerSpecification
  readonly hit?: MapTarget['kind']
}

export type LabelKind =
  | 'callout'
  | 'count'
  | 'gap'
  | 'site'
  | 'town'
  | 'shield'
  | 'river'
  | 'zoneCode'
  | 'zoneGaps'
  | 'village'
  | 'compound'

export interface LabelLine {
  readonly text: string
  /** css px at k = 1 */
  readonly size: number
  readonly weight: 400 | 600 | 700
  /** name of a theme colour */
  readonly colour:
    | 'ink'
    | 'ink2'
    | 'ink3'
    | 'okText'
    | 'flag'
    | 'waterText'
    | 'caseInk'
    | 'flagInk'
    | 'sealedText'
    | 'controlledText'
    | 'precautionText'
  /** said after the text, lighter */
  readonly note?: string
  /** after it the mark of unguarded crossings and how many they are */
  readonly gaps?: number
  /** in a dashed frame, without the spacing of the name above it */
  readonly framed?: boolean
}

/** A label that wants a place. The first position that fits is taken, in the order the kind prescribes. */
export interface LabelRequest {
  readonly id: string
  readonly kind: LabelKind
  /** anchors in order of preference (a road offers many, the others one) */
  readonly positions: readonly Position[]
  readonly lines: readonly LabelLine[]
  /** em between letters */
  readonly spacing?: number
  /** degrees clockwise, rivers only */
  readonly angle?: number
  /** of a callout, or of code and name of a zone: what stands for it where it has no room */
  readonly code?: string
  /** of a callout: colour of its bar, and how far the lowering has come */
  readonly bar?: 'sealed' | 'controlled' | 'precaution'
  readonly standing?: 'plain' | 'toApprove' | 'approved'
  /** within a kind, larger first */
  readonly rank: number
  /** the place that is named: its name lies there, or has a leader to it */
  readonly ground?: Shape
  /** of a count that stands beside its disc: the radius of that disc, css px at k = 1 */
  readonly radius?: number
  /** of a count that stands in its disc: how it stands beside it, where a symbol covers the middle */
  readonly beside?: LabelRequest
}

/** Ground that labels must leave free: a symbol of this half size (css px at k = 1) round a position. */
export interface Obstacle {
  readonly position: Position
  readonly halfWidth: number
  readonly halfHeight: number
  readonly kind: 'gap' | 'disc' | 'site' | 'crossing' | 'ring'
}

/** A disc of the scale: how many it stands for, and its radius in css px at k = 1. */
export interface DiscSize {
  readonly count: number
  readonly radius: number
}

/** Discs of the scale, the largest first, and the words above them; null where the legend has them. */
export interface DiscScale {
  readonly sizes: readonly DiscSize[]
  readonly title: string | null
}

/** Of a map beside which part of its ground is shown larger: what both must know to draw discs in one scale. */
export interface InsetView {
  /** west, south, east and north of what is shown larger */
  readonly ground: Bounds
  /** css px a kilometre takes there at k = 1 */
  readonly scale: number
  /** the shorter side of the map beside it, css px at k = 1 */
  readonly short: number
}

/** One row of the legend, drawn because the map draws it. */
export interface LegendEntry {
  readonly id: string
  readonly sign:
    | { readonly kind: 'level'; readonly hatch: LevelHatch }
    | { readonly kind: 'symbol'; readonly image: string }
    | { readonly kind: 'disc'; readonly sizes?: readonly DiscSize[] }
    | { readonly kind: 'hollowDisc' }
    | { readonly kind: 'dashed' }
    | { readonly kind: 'dashedRing'; readonly isInk?: true }
    | { readonly kind: 'executed' }
    | { readonly kind: 'fill'; readonly colour: string }
    | { readonly kind: 'dots' }
    | { readonly kind: 'none' }
  readonly text: string
  /** said beside what it explains, and not among the others */
  readonly isAside?: boolean
}

/** A symbol or zone that the keyboard can reach, with the name that is then said. */
export interface MapStop {
  readonly target: MapTarget
  readonly position: Position
  readonly name: string
}

/** A theme of the map as data: it can be compared, tested and drawn twice. */
export interface MapPart {
  readonly id: string
  readonly sources: Readonly<Record<string, PartSource>>
  readonly layers: readonly PartLayer[]
  /** image ids its layers use: `hatch/…` or `symbol/…` */
  readonly images?: readonly string[]
  readonly labels?: readonly LabelRequest[]
  readonly obstacles?: readonly Obstacle[]
  readonly legend?: readonly LegendEntry[]
  readonly stops?: readonly MapStop[]
}
