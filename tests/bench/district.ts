import { aFeature } from '../helpers/pack-input'
import { type Random, seeded } from '../helpers/seeded'

/** How many of each kind a district of size 1 has; a size multiplies them. */
const AT_ONE = {
  compounds: 1_000,
  villages: 100,
  towns: 10,
  zones: 50,
  cases: 10_000,
  contacts: 5_000,
  roads: 2_000,
  facilities: 100,
  rounds: 800,
}

export interface DistrictSize {
  /** 1 is a county, 100 a city of 25 million */
  readonly size: number
  readonly seed: number
  /** share of zones of size 1 in each; by default as large as all else */
  readonly zones?: number
  /** a checkpoint where a street leaves a zone, else far from any */
  readonly isGuarded?: boolean
}

/** Degrees of one compound, about 220 m. */
const STEP = 0.002
const WEST = 113
const SOUTH = 22
/** compounds along the side of a village, and villages along that of a town */
const IN_VILLAGE = [5, 2] as const

/** A district in a rectangle of compounds: where each lies, and in which village and town. */
class Ground {
  readonly columns: number
  readonly rows: number

  constructor(readonly size: number) {
    this.columns = Math.ceil(Math.sqrt(AT_ONE.compounds * size) / IN_VILLAGE[0]) * IN_VILLAGE[0]
    this.rows = Math.ceil((AT_ONE.compounds * size) / this.columns / IN_VILLAGE[1]) * IN_VILLAGE[1]
  }

  corner(column: number, row: number): [number, number] {
    return [WEST + column * STEP, SOUTH + row * STEP]
  }
  villageOf(column: number, row: number): string {
    return `V${Math.floor(column / IN_VILLAGE[0])}-${Math.floor(row / IN_VILLAGE[1])}`
  }
  townOf(column: number, row: number): string {
    return `T${Math.floor(column / 25)}-${Math.floor(row / 10)}`
  }
}

const at = (day: number, hour: number): string =>
  `${new Date(Date.UTC(2022, 4, 1) + day * 86_400_000).toISOString().slice(0, 10)}T${String(hour).padStart(2, '0')}:00:00+08:00`

function box(
  ground: Ground,
  [column, row]: readonly [number, number],
  [wide, high]: readonly [number, number],
) {
  const [w, s] = ground.corner(column, row)
  const [e, n] = ground.corner(column + wide, row + high)
  return {
    type: 'Polygon',
    coordinates: [
      [
        [w, s],
        [e, s],
        [e, n],
        [w, n],
        [w, s],
      ],
    ],
  }
}

const collection = (features: readonly object[]): string =>
  JSON.stringify({ type: 'FeatureCollection', features })

function placesOf(ground: Ground, random: Random): string {
  const features: object[] = [
    aFeature(
      { code: 'D', name: '大区', kind: 'district' },
      box(ground, [0, 0], [ground.columns, ground.rows]),
    ),
  ]
  const told = new Set<string>()
  for (let row = 0; row < ground.rows; row++)
    for (let column = 0; column < ground.columns; column++) {
      const [town, village] = [ground.townOf(column, row), ground.villageOf(column, row)]
      if (!told.has(town))
        features.push(aFeature({ code: town, name: `${town}镇`, kind: 'town', parent: 'D' }, null))
      if (!told.has(village))
        features.push(aFeature({ code: village, name: `${village}村`, kind: 'village', parent: town }, null))
      told.add(town).add(village)
      const people = 300 + Math.floor(random.next() * 900)
      features.push(
        aFeature(
          {
            code: `C${column}-${row}`,
            name: `${column}号${row}苑`,
            kind: 'compound',
            parent: village,
            people,
          },
          box(ground, [column, row], [1, 1]),
        ),
      )
    }
  return collection(features)
}

/** Streets along the middles of compounds, cut at every tenth. */
function roadsOf(ground: Ground, size: number): string {
  const features: object[] = []
  const wanted = AT_ONE.roads * size
  for (let line = 0; features.length < wanted && line < ground.columns + ground.rows; line++) {
    const along = line % 2 === 0
    const nth = Math.floor(line / 2)
    const [limit, length] = along ? [ground.rows, ground.columns] : [ground.columns, ground.rows]
    if (nth >= limit) continue
    for (let from = 0; from < length && features.length < wanted; from += 3) {
      const cut = Array.from({ length: Math.min(3, length - from) + 1 }, (_, i) =>
        along ? ground.corner(from + i, nth + 0.5) : ground.corner(nth + 0.5, from + i),
      )
      features.push(
        aFeature(
          { name: `${along ? '东西' : '南北'}${nth}路`, class: nth % 7 === 0 ? 'primary' : 'residential' },
          { type: 'LineString', coordinates: cut },
        ),
      )
    }
  }
  return collection(features)
}

interface Zone {
  readonly id: string
  readonly column: number
  readonly row: number
}

function zonesOf(ground: Ground, count: number, random: Random): { text: string; zones: Zone[] } {
  const zones: Zone[] = []
  const taken = new Set<string>()
  while (zones.length < count && taken.size < (ground.columns * ground.rows) / 4) {
    const column = 1 + Math.floor(random.next() * (ground.columns - 3))
    const row = 1 + Math.floor(random.next() * (ground.rows - 3))
    const key = `${Math.floor(column / 3)} ${Math.floor(row / 3)}`
    if (taken.has(key)) continue
    taken.add(key)
    zones.push({ id: `Z${zones.length}`, column: Math.floor(column / 3) * 3, row: Math.floor(row / 3) * 3 })
  }
  const text = collection(
    zones.map(({ id, column, row }, i) =>
      aFeature(
        { id, name: `${id}片区`, level: i % 3 === 0 ? 'sealed' : 'controlled', from: at(12 + (i % 10), 20) },
        box(ground, [column, row], [2, 2]),
      ),
    ),
  )
  return { text, zones }
}

function casesOf(ground: Ground, zones: readonly Zone[], count: number, random: Random): string {
  const lines = ['id,reportedAt,kind,foundIn,place,lng,lat']
  for (let i = 0; i < count; i++) {
    const zone = random.next() < 0.5 ? zones[Math.floor(random.next() * zones.length)] : undefined
    const column = zone?.column ?? Math.floor(random.next() * ground.columns)
    const row = zone?.row ?? Math.floor(random.next() * ground.rows)
    const [x, y] = ground.corner(column + random.next(), row + random.next())
    const day = Math.floor(random.next() * 26)
    const kind = random.next() < 0.3 ? 'confirmed' : 'asymptomatic'
    const found = random.next() < 0.4 ? 'community' : 'central'
    lines.push(`K${i},${at(day, i % 24)},${kind},${found},C${column}-${row},${x.toFixed(6)},${y.toFixed(6)}`)
  }
  return lines.join('\n')
}

function roundsOf(zones: readonly Zone[], count: number): string {
  const lines = [
    'zone,place,round,scope,method,startedAt,finishedAt,listed,excused,sampled,sent,resulted,positiveTubes,positivePeople,result',
  ]
  for (let i = 0; i < count; i++) {
    const { id } = zones[i % zones.length]!
    const round = 1 + Math.floor(i / zones.length)
    const day = 12 + (round % 14)
    lines.push(`${id},,${round},area,pool20,${at(day, 8)},${at(day, 20)},2400,10,2390,2390,2390,0,0,negative`)
  }
  return lines.join('\n')
}

function contactsOf(count: number, cases: number, ground: Ground, random: Random): string {
  const lines = ['id,case,kind,place,exposedAt,transferredAt,releasedAt,result']
  for (let i = 0; i < count; i++) {
    const place = `C${Math.floor(random.next() * ground.columns)}-${Math.floor(random.next() * ground.rows)}`
    lines.push(
      `M${i},K${Math.floor(random.next() * cases)},close,${place},${at(10, 8)},${at(11, 9)},,negative`,
    )
  }
  return lines.join('\n')
}

function reportsOf(ground: Ground): string {
  const lines = ['place,day,filedAt,发热人员']
  for (let row = 0; row < ground.rows; row += IN_VILLAGE[1])
    for (let column = 0; column < ground.columns; column += IN_VILLAGE[0])
      for (let day = 20; day < 26; day++)
        lines.push(`${ground.villageOf(column, row)},${at(day, 0).slice(0, 10)},${at(day, 11)},0`)
  return lines.join('\n')
}

/** Checkpoints at the ends of the streets that leave each zone, or, unguarded, in the middle of compounds. */
function facilitiesOf(ground: Ground, zones: readonly Zone[], { size, isGuarded }: DistrictSize): string {
  const posts = isGuarded
    ? zones.flatMap(({ column, row }) =>
        [0.5, 1.5].flatMap((along) => [
          ground.corner(column + along, row),
          ground.corner(column + along, row + 2),
          ground.corner(column, row + along),
          ground.corner(column + 2, row + along),
        ]),
      )
    : Array.from({ length: AT_ONE.facilities * size }, (_, i) =>
        ground.corner((i % ground.columns) + 0.25, (Math.floor(i / ground.columns) % ground.rows) + 0.25),
      )
  return collection(
    posts.map((point, i) =>
      aFeature(
        { id: `P${i}`, name: `${i}号卡点`, kind: 'checkpoint', from: at(10, 8) },
        { type: 'Point', coordinates: point },
      ),
    ),
  )
}

/** A made-up pack of that size by path; the same for a seed. Nobody lives there. */
export function districtOfSize(options: DistrictSize): Record<string, string> {
  const { size, seed } = options
  const random = seeded(seed)
  const ground = new Ground(size)
  const zones = zonesOf(ground, AT_ONE.zones * (options.zones ?? size), random)
  const cases = AT_ONE.cases * size
  return {
    'pack.json': JSON.stringify({
      ...{ format: 'cordon-pack', version: 1, title: { zh: `×${size} 区`, en: `District ×${size}` } },
      ...{ timezone: 'Asia/Shanghai', frame: 'wgs84', policy: 'cn-2021-three-zone', use: 'review' },
      ...{ synthetic: true, asOf: at(25, 14) },
      reporting: { kind: 'village', cutoff: '12:00', items: ['发热人员'] },
    }),
    'places.geojson': placesOf(ground, random),
    'roads.geojson': roadsOf(ground, size),
    'zones.geojson': zones.text,
    'cases.csv': casesOf(ground, zones.zones, cases, random),
    'contacts.csv': contactsOf(AT_ONE.contacts * size, cases, ground, random),
    'rounds.csv': roundsOf(zones.zones, AT_ONE.rounds * size),
    'reports.csv': reportsOf(ground),
    'facilities.geojson': facilitiesOf(ground, zones.zones, options),
  }
}
