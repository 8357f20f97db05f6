import { hierarchyOf, type Place } from '#geo'
import type { ListFile } from '../list-file'
import type { Answers } from '../questions/answers'
import { offeredOf, type PlaceOffered } from './names-taught'

/** A name that several places have, in rows that do not tell which: those it may mean, and what a person said. */
export interface NameSeveral {
  readonly name: string
  /** rows that say it, and where it first stands, by file */
  readonly count: number
  readonly of: readonly { readonly file: string; readonly row: number; readonly count: number }[]
  readonly candidates: readonly PlaceOffered[]
  /** the place that these rows mean; null while nobody has said */
  readonly place: PlaceOffered | null
}

const PREFIX = 'meant:'

/** Under what the answer to a name of several places stands: the code of the one that is meant. */
export const meantKey = (name: string): string => `${PREFIX}${name}`

/** By name, the code that a person said; it counts where it is one of the places that the row may mean. */
export const meantSaid = (answers: Answers): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(answers).flatMap(([key, code]) =>
      key.startsWith(PREFIX) ? [[key.slice(PREFIX.length), code] as const] : [],
    ),
  )

/** So many names are asked, those of most rows first. */
const MOST = 100

/** The names of the lists that several places have and no column, unit or title tells apart, those of most rows first. */
export function namesSeveral(
  lists: readonly ListFile[],
  places: readonly Place[],
  answers: Answers,
): readonly NameSeveral[] {
  const said = meantSaid(answers)
  const hierarchy = hierarchyOf(places)
  const found = new Map<string, { of: NameSeveral['of'][number][]; codes: Set<string> }>()
  for (const { path: file, severalPlaces = new Map() as NonNullable<ListFile['severalPlaces']> } of lists)
    for (const [name, { row, count, codes }] of severalPlaces) {
      const before = found.get(name) ?? { of: [], codes: new Set<string>() }
      before.of.push({ file, row, count })
      for (const code of codes) before.codes.add(code)
      found.set(name, before)
    }
  return Array.from(found, ([name, { of, codes }]): NameSeveral => {
    const candidates = [...codes].sort().map((code) => offeredOf(hierarchy, code))
    const place = candidates.find(({ code }) => code === said.get(name)) ?? null
    return { name, of, count: of.reduce((sum, one) => sum + one.count, 0), candidates, place }
  })
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, MOST)
}
