import { noise, seeded } from '../random'
import { type Block, type Quarter, quarter, type Street, sidesOf } from './quarter'
import { type Point, RIVERSIDE } from './riverside'

const columns = [-4.6, -3.95, -3.3, -2.7, -2.05, -1.4, -0.75, -0.15, 0.5, 1.15, 1.8]
const rows = [-1.8, -1.25, -0.7, -0.14, 0, 0.14, 0.68, 1.26, 1.82, 2.4, 3]

/** Which town each block of streets belongs to, rows from the south (below −1.25) to the north, columns from the west. */
const plan = [
  '....WW....',
  '..WWWWWW..',
  '..WWWWWW..',
  '..wwwwww..',
  'cccccddddd',
  'CCCCCDDDDD',
  'CCCCCDDDDD',
  'CCCCCDDDD.',
  '...BBBB...',
  '....BBB...',
]
const towns: Record<string, string> = { C: '文昌街道', D: '东门街道', W: '望江街道', B: '北湖街道' }

const streetNames: Record<string, string> = {
  's-1.25': '望江南路',
  's-0.7': '望江大道',
  's-0.14': '滨江南路',
  's0.14': '滨江路',
  's0.68': '书院路',
  's1.82': '北环路',
  's2.4': '湖滨路',
  s3: '湖心路',
  's-1.8': '南环路',
  'd-4.6': '西环路',
  'd-3.95': '纺织路',
  'd-3.3': '文昌西路',
  'd-2.7': '锦绣路',
  'd-2.05': '文昌路',
  'd-1.4': '解放路',
  'd-0.15': '东门路',
  'd0.5': '工农路',
  'd1.15': '光明路',
  'd1.8': '东环路',
}

const bridges = [-2.05, -0.75]

function sideKind(
  along: 's' | 'd',
  at: number,
  middle: number,
): { class: Street['class']; name: string | null } {
  if (along === 's' && at === 0) return { class: 'edge', name: null }
  if (along === 's' && at === 1.82 && middle > -3.3 && middle < -2.7) return { class: 'edge', name: null }
  const inRiver = along === 'd' && Math.abs(middle) < 0.14
  if (inRiver && !bridges.includes(at)) return { class: 'edge', name: null }
  if (along === 's' && at === 1.26) return { class: 'primary', name: 'G312' }
  if (along === 'd' && at === -0.75) return { class: 'primary', name: 'S206' }
  return { class: 'secondary', name: streetNames[`${along}${at}`] ?? null }
}

function blocksOfPlan(): Block[] {
  const out: Block[] = []
  plan.forEach((line, row) => {
    ;[...line].forEach((letter, column) => {
      if (letter === '.') return
      const water = letter === letter.toLowerCase()
      out.push({
        s: [columns[column]!, columns[column + 1]!],
        d: [rows[row]!, rows[row + 1]!],
        town: towns[letter.toUpperCase()]!,
        grain: (column >= 2 && column <= 6 && row <= 7) || (column <= 8 && row === 6) ? 0.038 : 0.079,
        use: water ? 'water' : 'homes',
        green: greenOf(letter, { column, row }),
      })
    })
  })
  return out
}

/** Blocks in which every plot has homes: those with sealed zones, by column and row. */
const solid = ['2 6', '3 6', '3 5', '7 6', '4 2']

/** Share of plots without homes: few in the old town, many where works, schools and parks lie at the rim. */
function greenOf(letter: string, { column, row }: { readonly column: number; readonly row: number }): number {
  if (solid.includes(`${column} ${row}`)) return 0
  if (column >= 3 && column <= 6) return 0.1
  const rim = letter === 'B' || column < 2 || column === 9 || row < 2
  return rim ? 0.36 : 0.17
}

/** Through streets: narrower than the grid's own, but they cross it. */
const through: readonly Street[] = [
  { along: 'd', at: -2.38, from: 0.14, to: 1.82, class: 'tertiary', name: '鼓楼巷' },
  { along: 's', at: 1.0, from: -3.3, to: -2.05, class: 'tertiary', name: '锦绣二路' },
  { along: 's', at: 1.55, from: -2.05, to: -1.4, class: 'tertiary', name: '学宫街' },
  { along: 'd', at: 0.2, from: 0.68, to: 1.82, class: 'tertiary', name: '纺织街' },
  { along: 's', at: 0.95, from: -0.15, to: 1.15, class: 'tertiary', name: '东门横街' },
  { along: 'd', at: -1.7, from: -0.7, to: -0.14, class: 'tertiary', name: '临江街' },
  { along: 's', at: -0.42, from: -2.7, to: -0.75, class: 'tertiary', name: '渡口路' },
]

/** The built-up core: streets bent to the river, which lies at d = 0. */
export function city(): Quarter {
  const blocks = blocksOfPlan()
  return quarter(coreMap, blocks, { through, sides: sidesOf(blocks, sideKind), random: seeded(1407) })
}

function coreMap(s: number, d: number): Point {
  const near = Math.min(1, Math.abs(d) / 1.1)
  const bend = near * near * (3 - 2 * near)
  const [exact, soft, slope] = RIVERSIDE.at(s)
  const free = Math.min(1, Math.abs(d) / 0.5)
  const x =
    s -
    d * slope * 0.85 +
    free * (0.085 * noise(41, s / 0.9, d / 0.9) + 0.035 * noise(42, s / 0.37, d / 0.37))
  const y =
    exact * (1 - bend) +
    soft * bend +
    d +
    free * (0.085 * noise(43, s / 0.9, d / 0.9) + 0.035 * noise(44, s / 0.37, d / 0.37))
  return [x, y]
}
