import type { Facts, Survey } from '#geo'
import type { LevelLook } from '../ui/levels'
import type { LayerGroup, LayerRooms, MapFacts, MapPart, MapViewState } from './part'

/** The branches of the tree of layers, from the top. */
export const BRANCHES = ['zones', 'cases', 'crossings', 'sites', 'admin', 'base'] as const
export type Branch = (typeof BRANCHES)[number]

export interface TreeRow {
  readonly group: LayerGroup
  /** key under `layers`: a word of its room; or the level's own name */
  readonly label: { readonly key: string } | { readonly zh: string; readonly en: string }
  /** how many are drawn when it is on; null is unknown */
  readonly count: number | null
  readonly level?: string
}

/** What the rows count: the facts and the survey that are drawn, and the look of each level. */
export interface Counted {
  readonly facts: Facts
  readonly survey: Survey
  readonly looks: Readonly<Record<string, LevelLook>>
}

/** A line or fill of a sign in the tree, by the colour of what the map draws; without one it is ink. */
export type SignLook = 'full' | 'signal' | 'halo' | 'ring' | 'dashed' | 'town' | 'village' | 'block' | 'water'

/** What a sign of the tree is drawn of, round the middle of 18 by 16 px. */
export type SignMark =
  | { readonly shape: 'glyph'; readonly name: string }
  | { readonly shape: 'circle'; readonly radius: number; readonly look?: SignLook }
  | { readonly shape: 'square'; readonly side: number; readonly corner: number }
  | { readonly shape: 'line'; readonly path: string; readonly look?: SignLook }

/** Why the legend has no line for what is drawn. */
export type NoLegend =
  /** its name is written on the map */
  | 'named'
  /** ground under everything, which says nothing of the outbreak */
  | 'ground'
  /** what a person has just pointed at or chosen */
  | 'chosen'
  /** the tree counts it, the map does not draw it */
  | 'not-drawn'

/** The tables of the checks that a layer can be read in, as `data-table` says it. */
export type CheckTableName = 'zones' | 'crossings' | 'silent' | 'clusters' | 'unplaced'

/** Why no table of the checks reads a layer. */
export type NoTable =
  /** ground under everything, which says nothing of the outbreak */
  | 'ground'
  /** what a person has just pointed at or chosen */
  | 'chosen'
  /** it is read as a list beside the map: open signals at the desk, villages of seven days on the wall */
  | 'list-beside-the-map'
  /** nobody has made one */
  | 'not-yet'

/** How what is drawn is explained and read elsewhere. */
export interface Twins {
  /** ids of the lines of the legend that explain it */
  readonly legend: readonly string[] | { readonly none: NoLegend }
  readonly table: { readonly checks: CheckTableName } | { readonly none: NoTable }
}

/** What a person may switch off: its sign and its rows in the tree, and its twins. */
export interface Group extends Twins {
  readonly branch: Branch
  /** empty where its rows bear the marks of their levels */
  readonly sign: readonly SignMark[]
  readonly rows: (counted: Counted) => readonly TreeRow[]
}

/** One layer of the map, all of it: what it draws, what of it a person may switch off, and what explains it. */
export type Layer<Room extends keyof LayerRooms = keyof LayerRooms> = {
  readonly part: (facts: MapFacts, view: MapViewState) => MapPart
} & ([LayerRooms[Room]] extends [never]
  ? { readonly groups: Readonly<Record<never, Group>>; readonly twins: Twins }
  : { readonly groups: { readonly [Name in LayerRooms[Room]]: Group }; readonly twins?: Twins })

/** A layer as those see it who go through all of them. */
export interface ListedLayer {
  readonly part: Layer['part']
  readonly groups: Readonly<Partial<Record<LayerGroup, Group>>>
  readonly twins?: Twins
}

/** One row, of what has no levels. */
export const rowOf =
  (group: LayerGroup, key: string, count: (counted: Counted) => number | null): Group['rows'] =>
  (counted) => [{ group, label: { key }, count: count(counted) }]
