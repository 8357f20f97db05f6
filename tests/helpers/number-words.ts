import type { Place } from '#geo'
import { KIND_WORDS, plainName } from '../../geo/places/spelling'
import { aPlace } from './facts'
import type { City } from './large-city'
import { type Random, seeded } from './seeded'

/** A line that names no place of a city: a number word put in, taken away or changed. */
export interface Stranger {
  readonly text: string
  readonly how: string
}

const WORDS = [
  ...['五十', '十二', '一百', '三百', '一百二', '廿', '卅', '二', '十', '零五', '两', '千', '第三', '第十'],
  ...['5', '50', '500', '５０', '007', '12', '3-2', '甲', '乙', '丙', '丁', 'A', 'b', 'Ａ', 'AB', 'C3'],
  ...['二号', '8号', '三门', '五户', '东2', '北', '一期', '2期', '三区', 'B区', '二层', '两百'],
]
const FIGURES = /[〇零一二三四五六七八九十百廿卅]+|\d+/gu

/** Names in which a number is part, beside the same without it. */
const TRICKY = [
  ...['十里河小区', '里河小区', '三十里铺', '里铺', '五里', '阳光100', '阳光1000', '阳光新城', '百里河家园'],
  ...['里河家园', '8号公馆', '28号公馆', '御景A区', '御景B区', '东方二房', '东方大院', '金桂3号院', '金桂院'],
]

/** The city with compounds whose names begin, end or are told apart by numbers, in every town. */
export function withTrickyNames(city: City): City {
  const villages = city.places.filter(({ kind }) => kind === 'village')
  const towns = new Map(villages.map((village) => [village.parent, village]))
  const places = [...towns.values()].flatMap(({ code }) =>
    TRICKY.map(
      (name, at): Place => aPlace({ code: `${code}9${10 + at}`, name, kind: 'compound', parent: code }),
    ),
  )
  return { ...city, places: [...city.places, ...places] }
}

/** Every way in which a place of the list may be called, as compared. */
function calledIn({ places }: City): Set<string> {
  const words = Object.values(KIND_WORDS).flat()
  return new Set(
    places.flatMap(({ name, aliases }) =>
      [name, ...aliases]
        .map(plainName)
        .flatMap((one) => [
          one,
          ...words.flatMap((word) => [one + word, one.endsWith(word) ? one.slice(0, -word.length) : one]),
        ]),
    ),
  )
}

interface Named {
  readonly name: string
  /** a compound of the same town */
  readonly neighbour: string
  readonly random: Random
}

const one = <T>(random: Random, list: readonly T[]): T => list[random.between(0, list.length - 1)]!

/** Each makes another name out of one. */
const CHANGES: Readonly<Record<string, (named: Named) => string>> = {
  before: ({ name, random }) => one(random, WORDS) + name,
  'before, twice': ({ name, random }) => one(random, WORDS) + one(random, WORDS) + name,
  behind: ({ name, random }) => name + one(random, WORDS),
  within: ({ name, random }) => {
    const at = random.between(1, name.length - 1)
    return name.slice(0, at) + one(random, WORDS) + name.slice(at)
  },
  'number lost': ({ name }) => name.replace(FIGURES, ''),
  'word behind the number lost': ({ name }) => name.replace(/(?<=[\d一二三四五六七八九十])[弄村期区院]/u, ''),
  'another number': ({ name, random }) => name.replace(FIGURES, () => one(random, WORDS)),
  'a figure lost': ({ name }) => name.replace(/\d(?=\d)|十(?=[一二三四五六七八九])/u, ''),
  'a figure more': ({ name, random }) =>
    name.replace(FIGURES, (seen) => `${seen}${one(random, ['5', '二'])}`),
  'number of the neighbour': ({ name, neighbour }) => (neighbour.match(FIGURES)?.[0] ?? '九') + name,
  'end of the neighbour': ({ name, neighbour }) => name + neighbour.slice(-2),
  'begin of the neighbour': ({ name, neighbour }) => neighbour.slice(0, 2) + name,
}

const BUILDINGS = ['', '', '14号楼', '三号楼', '2幢', '7-301', '3号']

/** Whether what stands behind a name is a room or a building, or one number with that of the building. */
const isHouse = (behind: string, building: string): boolean =>
  /^(?:\d{3,}|\d+-\d+|(?:\d+|[二三五八十]+)(?:号|户|门|层))$/u.test(behind) ||
  (/[\da-z]$/i.test(behind) && /^\d/.test(building)) ||
  (/(?:[第零十廿卅]|零五)$/u.test(behind) && /^三/u.test(building))

/** Lines of a city that none of its places is called by. */
export function strangersOf(city: City, { seed, count }: { seed: number; count: number }): Stranger[] {
  const random = seeded(seed)
  const known = calledIn(city)
  const nameOf = new Map(city.places.map(({ code, name }) => [code, name]))
  const compounds = city.places.filter(({ kind }) => kind === 'compound')
  const strangers: Stranger[] = []
  while (strangers.length < count) {
    const at = random.between(1, compounds.length - 1)
    const { name, parent } = compounds[at]!
    const how = one(random, Object.keys(CHANGES))
    const changed = CHANGES[how]!({ name, neighbour: compounds[at - 1]!.name, random })
    const building = one(random, BUILDINGS)
    const [village, town] = [nameOf.get(parent!)!, nameOf.get(parent!.slice(0, 9))!]
    const around = one(random, ['', town, village, town + village, `浦岚区${town}`, `汀州市浦岚区${town}`])
    const read = plainName(changed)
    if (changed === name + name) continue
    if (known.has(read.split(' ')[0]!) || known.has(plainName(changed + building))) continue
    if (read.startsWith(plainName(name)) && isHouse(changed.slice(name.length).normalize('NFKC'), building))
      continue
    strangers.push({ text: around + changed + building, how })
  }
  return strangers
}
