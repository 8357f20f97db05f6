import { seeded } from './seeded'

/** What a made-up pack is like. Every count is exact; positions and days are seeded. */
export interface MadeShape {
  readonly towns: number
  readonly villagesPerTown: number
  /** compounds without town or village above them */
  readonly compounds?: number
  readonly cases: number
  /** cases carry positions and name no place */
  readonly bare?: boolean
  /** levels of the zones in turn, one zone a village, from the first town on */
  readonly zones?: number
  readonly levels?: readonly string[]
  readonly policy?: string
  /** villages that filed a report today; the rest did not. Absent: there is no list */
  readonly reported?: number
}

const CHARACTERS = '东西南北上下大小新老青白长平安福永和太明清石金水云龙凤桥塘湾坪沙溪洲河江湖山岭峰泉林'
const [WEST, SOUTH, STEP] = [113.2, 23.1, 0.01]
const DAY = '2022-05-20'

const nameOf = (index: number, ending: string): string => {
  const count = CHARACTERS.length
  return `${CHARACTERS[index % count]}${CHARACTERS[(index * 7 + Math.floor(index / count) * 3 + 11) % count]}${ending}`
}

interface Ground {
  readonly code: string
  readonly name: string
  readonly kind: string
  readonly parent?: string
  readonly people: number
  readonly box: readonly [x: number, y: number, width: number, height: number] | null
}

function grid(count: number, index: number): [column: number, row: number] {
  const columns = Math.ceil(Math.sqrt(count * 1.4))
  return [index % columns, Math.floor(index / columns)]
}

function groundsOf(shape: MadeShape): Ground[] {
  const grounds: Ground[] = [{ code: 'D', name: '兰江区', kind: 'district', people: 0, box: null }]
  const side = Math.ceil(Math.sqrt(shape.villagesPerTown))
  for (let town = 0; town < shape.towns; town++) {
    const [column, row] = grid(shape.towns, town)
    const code = `T${String(town + 1).padStart(2, '0')}`
    grounds.push({
      code,
      name: nameOf(town, town % 3 ? '镇' : '街道'),
      kind: 'town',
      parent: 'D',
      people: 0,
      box: null,
    })
    const size = STEP / side
    for (let village = 0; village < shape.villagesPerTown; village++) {
      const at: [number, number] = [
        WEST + column * STEP + (village % side) * size,
        SOUTH + row * STEP + Math.floor(village / side) * size,
      ]
      grounds.push({
        code: `${code}${String(village + 1).padStart(2, '0')}`,
        name: nameOf(town * shape.villagesPerTown + village + 5, village % 2 ? '村' : '社区'),
        kind: 'village',
        parent: code,
        people: 900 + ((town * 31 + village * 17) % 40) * 55,
        box: [...at, size, size],
      })
    }
  }
  for (let index = 0; index < (shape.compounds ?? 0); index++) {
    const [column, row] = grid(shape.compounds!, index)
    grounds.push({
      code: `C${index + 1}`,
      name: nameOf(index, '花园'),
      kind: 'compound',
      parent: 'D',
      people: 600 + (index % 9) * 120,
      box: [WEST + column * 0.004, SOUTH + row * 0.004, 0.0034, 0.0034],
    })
  }
  return grounds
}

function placesFile(grounds: readonly Ground[]): string {
  const features = grounds.map(({ box, people, ...rest }) => {
    const properties = { ...rest, ...(box ? { people } : {}) }
    if (!box) return { type: 'Feature', properties, geometry: null }
    const [x, y, w, h] = box
    const ring = [
      [x, y],
      [x + w, y],
      [x + w, y + h],
      [x, y + h],
      [x, y],
    ].map(([lon, lat]) => [Number(lon!.toFixed(6)), Number(lat!.toFixed(6))])
    return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } }
  })
  return JSON.stringify({ type: 'FeatureCollection', features })
}

function casesFile(shape: MadeShape, grounds: readonly Ground[]): string {
  const random = seeded(11)
  const homes = grounds.filter(({ box }) => box)
  const lines = [shape.bare ? 'id,reportedAt,kind,foundIn,lng,lat' : 'id,reportedAt,kind,foundIn,place']
  for (let index = 0; index < shape.cases; index++) {
    const day = new Date(Date.UTC(2022, 4, 20 - Math.floor(random.next() ** 2 * 24)))
      .toISOString()
      .slice(0, 10)
    const kind = random.next() < 0.4 ? 'confirmed' : 'asymptomatic'
    const found = random.next() < 0.4 ? 'community' : 'central'
    const at = `${(WEST + random.next() * 0.05).toFixed(5)},${(SOUTH + random.next() * 0.05).toFixed(5)}`
    const home = homes[Math.floor(random.next() ** 2 * homes.length)]?.code ?? ''
    lines.push(`K${index + 1},${day}T09:30,${kind},${found},${shape.bare ? at : home}`)
  }
  return lines.join('\n')
}

function zonesFile(shape: MadeShape, grounds: readonly Ground[]): string {
  const homes = grounds.filter(({ kind }) => kind === 'village' || kind === 'compound')
  const levels = shape.levels ?? ['sealed', 'controlled', 'precaution']
  const step = Math.max(1, Math.floor(homes.length / shape.zones!))
  const features = Array.from({ length: shape.zones! }, (_, index) => {
    const home = homes[index * step]!
    const properties = {
      id: `Z-${String(index + 1).padStart(2, '0')}`,
      name: `${home.name}片区`,
      level: levels[index % levels.length],
      from: `2022-05-${String(8 + (index % 9)).padStart(2, '0')}T20:00`,
      to: null,
      members: home.code,
    }
    return { type: 'Feature', properties, geometry: null }
  })
  return JSON.stringify({ type: 'FeatureCollection', features })
}

function reportsFile(reported: number, grounds: readonly Ground[]): string {
  const villages = grounds.filter(({ kind }) => kind === 'village').slice(0, reported)
  return ['place,day,filedAt,来返人员', ...villages.map(({ code }) => `${code},${DAY},${DAY}T10:05,1`)].join(
    '\n',
  )
}

/** The files of a made-up pack, as a person would drop them. */
export function madePack(shape: MadeShape): Record<string, string> {
  const grounds = groundsOf(shape)
  const reporting = { kind: 'village', cutoff: '12:00', items: ['来返人员'] }
  return {
    'pack.json': JSON.stringify({
      format: 'cordon-pack',
      version: 1,
      title: { zh: '兰江区（虚构）', en: 'Lanjiang (fictional)' },
      timezone: 'Asia/Shanghai',
      frame: 'wgs84',
      policy: shape.policy ?? 'cn-2021-three-zone',
      use: 'review',
      synthetic: true,
      asOf: `${DAY}T14:00:00+08:00`,
      ...(shape.reported === undefined ? {} : { reporting }),
    }),
    ...(grounds.length > 1 ? { 'places.geojson': placesFile(grounds) } : {}),
    'cases.csv': casesFile(shape, grounds),
    ...(shape.zones ? { 'zones.geojson': zonesFile(shape, grounds) } : {}),
    ...(shape.reported === undefined ? {} : { 'reports.csv': reportsFile(shape.reported, grounds) }),
  }
}

const FIVE = ['sealed14', 'sealed7', 'home7', 'controlled', 'precaution']

/** Packs that no screen was drawn for. */
export const MADE: Readonly<Record<string, MadeShape>> = {
  'one-town': { towns: 1, villagesPerTown: 4, cases: 20, zones: 2 },
  'fifteen-towns': { towns: 15, villagesPerTown: 8, cases: 300, zones: 9, reported: 90 },
  'sixty-towns': { towns: 60, villagesPerTown: 4, cases: 900, zones: 24, reported: 200 },
  'compounds-only': { towns: 0, villagesPerTown: 0, compounds: 60, cases: 120 },
  'cases-only': { towns: 0, villagesPerTown: 0, cases: 140, bare: true },
  'five-levels': {
    towns: 6,
    villagesPerTown: 6,
    cases: 200,
    zones: 10,
    levels: FIVE,
    policy: 'cn-shanghai-2022-04-11',
  },
  'no-zones': { towns: 15, villagesPerTown: 4, cases: 2400 },
  'fifty-towns-no-zones': { towns: 50, villagesPerTown: 4, cases: 3000 },
  'equal-callouts': { towns: 9, villagesPerTown: 4, cases: 90, zones: 14, levels: ['sealed'] },
}
