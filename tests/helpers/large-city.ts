import type { Place, ZoneStay } from '#geo'
import { aPlace, aZone, box } from './facts'
import { type Random, seeded } from './seeded'

/** How large a made-up city is: towns × villages × compounds are its compounds. */
export interface CityOptions {
  readonly seed: number
  readonly towns: number
  readonly villagesInTown: number
  readonly compoundsInVillage: number
  /** compounds, from the first, that have buildings */
  readonly compoundsWithBuildings: number
  /** zones of some compounds each; one more around every town in which one lies */
  readonly zones: number
}

export interface City {
  readonly places: readonly Place[]
  readonly zones: readonly ZoneStay[]
}

/** About as large as Shanghai: 26,000 compounds. */
export const LARGE_CITY: CityOptions = {
  ...{ seed: 26_000, towns: 40, villagesInTown: 13, compoundsInVillage: 50 },
  ...{ compoundsWithBuildings: 200, zones: 300 },
}

const TOWN = ['云', '浦', '鹤', '桐', '枫', '澄', '棠', '苇', '汀', '岚', '潼', '濂']
const TOWN_END = ['川', '泾', '桥', '塘', '港', '湾', '浦', '渡', '林', '园']
const ROAD = ['明', '宁', '泽', '绣', '竹', '梅', '祁', '杨', '枣', '漕', '周', '潭', '榆', '松']
const ROAD_END = ['海', '阳', '川', '安', '兴', '昌', '岭', '浜', '湖', '门']
const ESTATE = [
  '锦绣',
  '明珠',
  '阳光',
  '绿洲',
  '金桂',
  '春申',
  '御景',
  '丽景',
  '名都',
  '海棠',
  '紫藤',
  '银杏',
  '东方',
  '虹景',
]
const ESTATE_END = ['苑', '花苑', '花园', '公寓', '名邸', '新苑', '雅苑', '家园', '华庭', '小区']
const PART = ['', '', '', '', '东区', '西区', '南苑', '北苑', '一期', '二期']
const FIGURES = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** A city of one district that nobody lives in, the same for a seed. Similar names abound; some come in several towns. */
export function largeCity(options: CityOptions = LARGE_CITY): City {
  const random = seeded(options.seed)
  const district = aPlace({ code: '390101', name: '浦岚区', kind: 'district' })
  const places: Place[] = [district]
  const used = new Set<string>()
  const across = Math.ceil(Math.sqrt(options.towns))
  for (let town = 0; town < options.towns; town++) {
    const corner = [121 + 0.06 * (town % across), 31 + 0.06 * Math.floor(town / across)] as const
    const name = fresh(used, () => `${one(random, TOWN)}${one(random, TOWN_END)}`)
    const code = `390101${String(town + 1).padStart(3, '0')}`
    const kind = random.chance(0.5) ? '街道' : '镇'
    places.push(aPlace({ code, name: name + kind, kind: 'town', parent: district.code, aliases: [name] }))
    for (const place of villagesOf({ code, corner, random, options })) places.push(place)
  }
  const withBuildings = buildingsOf(places, options, random)
  return { places: [...places, ...withBuildings], zones: zonesOf(places, options, random) }
}

interface Town {
  readonly code: string
  readonly corner: readonly [number, number]
  readonly random: Random
  readonly options: CityOptions
}

const one = (random: Random, list: readonly string[]): string => list[random.between(0, list.length - 1)]!

function fresh(used: Set<string>, make: () => string): string {
  let name = make()
  while (used.has(name)) name += make()
  used.add(name)
  return name
}

/** Villages side by side in a town, each filled with compounds; names are used once in a town. */
function villagesOf({ code, corner: [west, south], random, options }: Town): Place[] {
  const { villagesInTown, compoundsInVillage } = options
  const [villagesAcross, across] = [villagesInTown, compoundsInVillage].map((n) =>
    Math.ceil(Math.sqrt(n)),
  ) as [number, number]
  const [step, inner] = [0.056 / villagesAcross, 0.05 / villagesAcross / across]
  const used = new Set<string>()
  const roads = Array.from({ length: 12 }, () => `${one(random, ROAD)}${one(random, ROAD_END)}路`)
  const places: Place[] = []
  for (let at = 0; at < villagesInTown; at++) {
    const [x, y] = [west + step * (at % villagesAcross), south + step * Math.floor(at / villagesAcross)]
    const village = `${code}${String(at + 1).padStart(3, '0')}`
    const bare = fresh(used, () => `${one(random, ROAD)}${one(random, TOWN_END)}`)
    const name = `${bare}${random.chance(0.7) ? '社区' : '村'}`
    const shape = box(x, y, x + 0.95 * step, y + 0.95 * step)
    places.push(aPlace({ code: village, name, kind: 'village', parent: code, shape }))
    for (let each = 0; each < compoundsInVillage; each++) {
      const [lon, lat] = [x + inner * (each % across), y + inner * Math.floor(each / across)]
      places.push(
        aPlace({
          code: `${village}${String(each + 1).padStart(3, '0')}`,
          ...namesOfCompound(used, roads, random),
          parent: village,
          people: random.between(200, 4_000),
          shape: box(lon, lat, lon + 0.8 * inner, lat + 0.8 * inner),
        }),
      )
    }
  }
  return places
}

/** A lane (明海路100弄), a numbered village (明海三村), or an estate with its lane as alias. */
function namesOfCompound(
  used: Set<string>,
  roads: readonly string[],
  random: Random,
): { name: string; aliases: string[] } {
  const lane = fresh(used, () => `${one(random, roads)}${random.between(1, 1_999)}弄`)
  const sort = random.between(0, 9)
  if (sort < 5) return { name: lane, aliases: [] }
  if (sort < 6)
    return {
      name: fresh(used, () => `${one(random, roads).slice(0, 2)}${one(random, FIGURES)}村`),
      aliases: [lane],
    }
  const name = fresh(used, () => one(random, ESTATE) + one(random, ESTATE_END) + one(random, PART))
  return { name, aliases: random.chance(0.5) ? [lane] : [] }
}

/** Buildings of the first compounds, some with numbers of two and three digits; on a lane 3号, elsewhere 3号楼. */
function buildingsOf(places: readonly Place[], options: CityOptions, random: Random): Place[] {
  const compounds = places.filter(({ kind }) => kind === 'compound').slice(0, options.compoundsWithBuildings)
  return compounds.flatMap(({ code, name }) => {
    const high = random.chance(0.3) ? 120 : 30
    const numbers = Array.from({ length: high }, (_, i) => i + 1).filter(() => random.chance(0.8))
    const word = name.endsWith('弄') ? '号' : '号楼'
    return numbers.map((number) =>
      aPlace({
        code: `${code}${String(number).padStart(3, '0')}`,
        ...{ name: `${number}${word}`, kind: 'building' as const, parent: code },
      }),
    )
  })
}

/** Sealed and controlled compounds, and the rest of their towns in precaution. */
function zonesOf(places: readonly Place[], { zones }: CityOptions, random: Random): ZoneStay[] {
  const compounds = places.filter(({ kind }) => kind === 'compound')
  const taken = new Set<string>()
  const drawn = Array.from({ length: zones }, (_, at) => {
    const first = random.between(0, compounds.length - 4)
    const members = compounds
      .slice(first, first + random.between(1, 4))
      .map(({ code }) => code)
      .filter((code) => !taken.has(code))
    for (const code of members) taken.add(code)
    return { at, members }
  }).filter(({ members }) => members.length > 0)
  const towns = new Set(drawn.flatMap(({ members }) => members.map((code) => code.slice(0, 9))))
  return [
    ...drawn.map(({ at, members }) =>
      aZone({
        id: `Z${String(at + 1).padStart(3, '0')}`,
        name: `${compounds.find(({ code }) => code === members[0])!.name}片区`,
        level: at % 3 === 0 ? 'controlled' : 'sealed',
        ...{ from: '2022-05-10', members },
      }),
    ),
    ...[...towns].map((town) =>
      aZone({ id: `P${town.slice(6)}`, level: 'precaution', from: '2022-05-10', members: [town] }),
    ),
  ]
}

/** The city as the files of a pack, to be imported. */
export function cityFiles({ places, zones }: City): Readonly<Record<string, string>> {
  const features = places.map(({ code, name, kind, parent, aliases, people, shape }) => ({
    type: 'Feature',
    properties: {
      code,
      name,
      kind,
      parent,
      people,
      ...(aliases.length > 0 ? { aliases: aliases.join(';') } : {}),
    },
    geometry: shape && {
      type: 'Polygon',
      coordinates: shape[0]!.map((ring) =>
        Array.from({ length: ring.length / 2 }, (_, i) => [ring[2 * i]!, ring[2 * i + 1]!]),
      ),
    },
  }))
  const stays = zones.map(({ id, name, level, members }) => ({
    type: 'Feature',
    properties: { id, name, level, from: '2022-05-10', members },
    geometry: null,
  }))
  const collection = (all: readonly unknown[]): string =>
    JSON.stringify({ type: 'FeatureCollection', features: all })
  return {
    'pack.json': JSON.stringify({
      ...{ format: 'cordon-pack', version: 1, title: { zh: '浦岚区', en: 'Pulan' } },
      ...{ timezone: 'Asia/Shanghai', frame: 'wgs84', policy: 'cn-2021-three-zone', use: 'review' },
      ...{ synthetic: true, asOf: '2022-05-25T12:00' },
    }),
    'places.geojson': collection(features),
    'zones.geojson': collection(stays),
  }
}
