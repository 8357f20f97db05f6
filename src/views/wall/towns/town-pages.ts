/** Height of a row in em of its text. */
const ROW_EM = 1.55
/** Text of the table of towns, px at 1080: as large as it fits, never below the floor. */
const [LARGEST, FLOOR] = [24, 15]
/** Head and total. */
const FRAME_ROWS = 2

export interface TownPages {
  readonly pages: number
  /** px at 1080 */
  readonly size: number
}

/** How many pages a table of so many towns takes in that height (px at 1080), and the size of its text. */
export function townPages(towns: number, height: number): TownPages {
  const most = Math.max(1, Math.floor(height / (FLOOR * ROW_EM)) - FRAME_ROWS)
  const pages = Math.max(1, Math.ceil(towns / most))
  const rows = Math.ceil(towns / pages) + FRAME_ROWS
  return { pages, size: Math.max(FLOOR, Math.min(LARGEST, Math.floor((height / (rows * ROW_EM)) * 4) / 4)) }
}
