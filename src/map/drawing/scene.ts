import type { LineCrossing, Position, Shape } from '#geo'

/** Ground painted over the map, from what is drawn to what a click would do. */
export interface SceneGround {
  readonly shape: Shape
  readonly look: 'draft' | 'faulty' | 'add' | 'drop' | 'outside' | 'overlap' | 'source' | 'part'
}

export interface SceneLine {
  readonly positions: readonly Position[]
  readonly look: 'draft' | 'guide' | 'lasso' | 'border' | 'measure'
}

export interface SceneHandle {
  readonly at: Position
  readonly look: 'vertex' | 'middle' | 'held' | 'first' | 'seed'
}

/** A short word standing on the map, as the length of a side. */
export interface SceneText {
  readonly at: Position
  readonly text: string
}

/** What the pointer is told: two lines beside it. */
export interface SceneNote {
  readonly at: Position
  readonly title: string
  readonly text: string
}

/** Everything painted of a drawing, as data: positions in degrees, sizes left to the painter. */
export interface DrawingScene {
  /** CSS cursor; empty is the map's own */
  readonly cursor: string
  readonly grounds: readonly SceneGround[]
  readonly lines: readonly SceneLine[]
  readonly handles: readonly SceneHandle[]
  readonly crossings: readonly Pick<LineCrossing, 'position' | 'state'>[]
  /** where something is wrong, numbered as the hint panel lists it */
  readonly faults: readonly { readonly at: Position; readonly number: number; readonly refuses: boolean }[]
  /** to what the pointer is drawn */
  readonly snap: { readonly at: Position; readonly look: 'vertex' | 'edge' | 'road' | 'zone' } | null
  readonly texts: readonly SceneText[]
  readonly note: SceneNote | null
}

export const EMPTY_SCENE: DrawingScene = Object.freeze({
  cursor: '',
  grounds: [],
  lines: [],
  handles: [],
  crossings: [],
  faults: [],
  snap: null,
  texts: [],
  note: null,
})
