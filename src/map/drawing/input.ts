import type { DraftGround, Position, Snapped, VertexSpot } from '#geo'
import type { Hand } from '../hand'
import type { BufferSource, Tool } from './draft'

/** Everything a person can do to a drawing. */
export type Input =
  | { readonly kind: 'hand'; readonly hand: Hand }
  | {
      readonly kind: 'key'
      readonly key: string
      readonly shift: boolean
      /** the middle of the map: where a vertex is set without a pointer */
      readonly centre: Position | null
    }
  | { readonly kind: 'tool'; readonly tool: Tool; readonly zone: string | null }
  /** a place or zone found by name */
  | { readonly kind: 'place'; readonly code: string }
  | { readonly kind: 'zone'; readonly id: string }
  | { readonly kind: 'typed'; readonly text: string }
  | { readonly kind: 'metres'; readonly metres: number }
  | { readonly kind: 'source'; readonly source: BufferSource }
  | { readonly kind: 'snapping' }
  /** another ground as a whole: a repair, a conversion */
  | { readonly kind: 'ground'; readonly ground: DraftGround; readonly said: string }
  | { readonly kind: 'choose'; readonly vertex: VertexSpot }
  | { readonly kind: 'finish' | 'reopen' | 'cancel' | 'undo' | 'redo' }

/** What a drawing asks of the district round it. Positions in degrees, lengths in metres. */
export interface Surroundings {
  /** what lies within reach to be drawn to */
  snap(at: Position, withinM: number): Snapped | null
  /** the stretch of a common border between two snapped positions, ends left out; empty where there is none */
  trace(from: Snapped, to: Snapped): readonly Position[]
  /** the smallest place a click means: a compound, or a village that has none */
  placeAt(at: Position): string | null
  /** town or district under the position */
  townAt(at: Position): string | null
  /** compounds (villages where there are none) of which most lies in the ring */
  placesIn(ring: readonly Position[]): readonly string[]
  /** true where the place, or one around it, is among the codes */
  holds(codes: readonly string[], code: string): boolean
  /** the codes with the place in, or out again: what is left of a place around it stays, part by part */
  toggled(codes: readonly string[], code: string): readonly string[]
  zoneAt(at: Position): string | null
  /** ground of a zone in force as a draft would have it */
  groundOf(zone: string): DraftGround | null
  /** a case within reach */
  caseAt(at: Position, withinM: number): Snapped | null
}
