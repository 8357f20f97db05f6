import { hierarchyOf, type Place } from '#geo'
import type { City } from './large-city'
import { type Random, seeded } from './seeded'

/** An address as somebody writes it, and where it truly is. */
export interface Address {
  readonly text: string
  /** `exact`: as the list has it; `variant`: a usual way to write it; `wrong`: a letter lost or changed, or a stranger */
  readonly sort: 'exact' | 'variant' | 'wrong'
  /** what was done to it */
  readonly how: string
  /** the place it means; null where the list does not have it */
  readonly place: string | null
  /** the zone that holds it; null where none does */
  readonly zone: string | null
}

interface Parts {
  readonly district: string
  readonly town: string
  readonly village: string
  readonly name: string
  readonly building: string
}

const FIGURE = '〇一二三四五六七八九'
const inHan = (number: number): string => {
  if (number >= 100) return [...String(number)].map((digit) => FIGURE[Number(digit)]).join('')
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  return `${tens > 1 ? FIGURE[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? FIGURE[ones] : ''}`
}
const wide = (text: string): string =>
  text.replace(/[0-9]/g, (digit) => String.fromCodePoint(digit.codePointAt(0)! + 0xfee0))
const numberOf = (building: string): number => Number(/\d+/.exec(building)?.[0] ?? 0)

const EXACT: Readonly<Record<string, (parts: Parts) => string>> = {
  'whole address': ({ district, town, village, name, building }) =>
    district + town + village + name + building,
  'town and compound': ({ town, name, building }) => town + name + building,
}

/** Each is written by people every day and means the same. */
const VARIANTS: Readonly<Record<string, (parts: Parts, random: Random) => string>> = {
  'town is missing': ({ village, name, building }) => `${village}${name}${building}`,
  'full width': ({ town, name, building }) => wide(town + name + building),
  spaces: ({ town, name, building }) =>
    [...`${town} ${name} ${building}`].join(' ').replace(/(?<=\d) (?=\d)/g, ''),
  幢: ({ town, name, building }) => `${town}${name}${building.replace(/号楼$|号$/, '幢')}`,
  栋: ({ town, name, building }) => `${town}${name}${building.replace(/号楼$|号$/, '栋')}`,
  号楼: ({ town, name, building }) => `${town}${name}${building.replace(/号$/, '号楼')}`,
  'Han figures': ({ town, name, building }) =>
    town + name + building.replace(/\d+/, inHan(numberOf(building))),
  room: ({ district, town, name, building }, random) =>
    `${district}${town}${name}${building || '150号楼'}${random.between(1, 30)}0${random.between(1, 4)}室`,
  hyphens: ({ town, name, building }, random) =>
    `${town}${name}${building ? numberOf(building) : 150}-${random.between(101, 1_804)}`,
  city: ({ district, town, name, building }) => `汀州市${district}${town}${name}${building}`,
  office: ({ village, town, name, building }) =>
    `${town}${village.endsWith('村') ? `${village}村民委员会` : `${village}居民委员会`}${name}${building}`,
  road: ({ town, name, building }, random) =>
    name.endsWith('弄')
      ? town + name + building
      : `${town}丰谷路${random.between(1, 900)}号${name}${building}`,
  brackets: ({ town, name, building }) => `${name}${building}（${town}）`,
  label: ({ town, name, building }) => `现住址：${town}，${name}，${building}（业主）`,
}

const LETTERS = [...'和平民主文化旭日长丰']
const WRONG: Readonly<Record<string, (parts: Parts, random: Random) => string>> = {
  'letter lost': ({ town, name, building }, random) => {
    const at = random.between(0, name.length - 1)
    return town + name.slice(0, at) + name.slice(at + 1) + building
  },
  'letter changed': ({ town, name, building }, random) => {
    const at = random.between(0, name.length - 1)
    return (
      town +
      name.slice(0, at) +
      LETTERS[random.between(0, LETTERS.length - 1)] +
      name.slice(at + 1) +
      building
    )
  },
  'letter before': ({ name, building }) => `新${name}${building}`,
  'part behind': ({ town, name }) => `${town}${name}${'九期'}`,
  '号 for 弄': ({ town, name }) => `${town}${name.replace(/弄$/, '号')}`,
  'digit lost': ({ town, name }) => town + name.replace(/\d(?=\d*弄)/, ''),
  'other town': ({ name, building }) => `石塘坪镇${name}${building}`,
  'building alone': ({ building }) => building || '7号楼',
  'beside it': ({ town, name }) => `${town}${name}对面`,
}

/** Addresses of a made-up city with the truth: two fifths exact, two fifths variants, one fifth wrong. */
export function addressCorpus(city: City, { seed, count }: { seed: number; count: number }): Address[] {
  const random = seeded(seed)
  const byCode = new Map(city.places.map((place) => [place.code, place]))
  const ends = city.places.filter(({ kind }) => kind === 'building' || kind === 'compound')
  const known = new Set(city.places.flatMap(({ name, aliases }) => [name, ...aliases]))
  return Array.from({ length: count }, (_, at): Address => {
    for (;;) {
      const end = ends[random.between(0, ends.length - 1)]!
      const parts = partsOf(end, byCode)
      const [sort, ways] =
        (
          [
            ['exact', EXACT],
            ['variant', VARIANTS],
          ] as const
        )[Math.floor((at % 5) / 2)] ?? (['wrong', WRONG] as const)
      const names = Object.keys(ways)
      const how = names[random.between(0, names.length - 1)]!
      const text = ways[how]!(parts, random)
      const isWritten = sort !== 'wrong' || ![...known].some((name) => isStillNamed(text, name, parts))
      if (isWritten)
        return { text, sort, how, place: sort === 'wrong' ? null : end.code, zone: zoneOf(end.code, city) }
    }
  })
}

/** Whether a spoiled text is by chance the right name of some compound. */
const isStillNamed = (text: string, name: string, { town, building }: Parts): boolean =>
  text === town + name + building || text === town + name

function partsOf(end: Place, byCode: ReadonlyMap<string, Place>): Parts {
  const compound = end.kind === 'building' ? byCode.get(end.parent!)! : end
  const village = byCode.get(compound.parent!)!
  const town = byCode.get(village.parent!)!
  return {
    district: byCode.get(town.parent!)!.name,
    ...{ town: town.name, village: village.name, name: compound.name },
    building: end.kind === 'building' ? end.name : '',
  }
}

const RANK = ['precaution', 'controlled', 'sealed']

/** By membership alone, without the kernel: the strictest zone that has the place or something around it. */
function zoneOf(code: string, { places, zones }: City): string | null {
  const hierarchy = hierarchyOf(places)
  const line = [code, ...hierarchy.ancestorsOf(code)]
  const own = zones.filter(({ members }) => members.some((member) => line.includes(member)))
  own.sort((a, b) => RANK.indexOf(b.level) - RANK.indexOf(a.level))
  return own[0]?.id ?? null
}
