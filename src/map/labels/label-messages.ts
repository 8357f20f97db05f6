import type { LabelFrame, LabelGround } from './placing'
import type { PlacedLabel } from './screen'

/** Widths of texts by `widthName`, css px. */
export type Widths = readonly (readonly [name: string, width: number])[]

/** What the placer is told. The ground stays until another is told, widths until they are forgotten. */
export type PlacerQuestion =
  | { readonly kind: 'ground'; readonly ground: LabelGround }
  | { readonly kind: 'place'; readonly question: number; readonly seen: LabelFrame }
  /** widths it lacked: it places once more */
  | { readonly kind: 'widths'; readonly question: number; readonly widths: Widths }
  | { readonly kind: 'forget' }

export interface Wanted {
  readonly text: string
  readonly size: number
  readonly weight: number
  readonly spacing: number
}

/** `wanted`: texts whose width only the page can tell. */
export type PlacerAnswer =
  | { readonly question: number; readonly placed: readonly PlacedLabel[] }
  | { readonly question: number; readonly wanted: readonly Wanted[] }

export const widthName = ({ text, size, weight, spacing }: Wanted): string =>
  `${weight} ${size} ${spacing} ${text}`
