/** Width of a text in px at a size and weight. */
export type Measure = (text: string, size: number, weight: number) => number

/** The page of a briefing, px. */
export const WIDTH = 1920
export const HEIGHT = 1080
export const MARGIN = 64
/** The column of words, table and curve, right of the map. */
export const COLUMN = { x: 1248, width: 608 }
