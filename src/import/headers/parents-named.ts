import { hierarchyOf, namesOf, type Place, type PlaceKind } from '#geo'
import { BlockBuilder } from '../../log/rows/block-builder'
import type { ListFile } from '../list-file'
import { aProblem, type Problem } from '../problem'

/** From the widest on. */
const LEVELS: readonly PlaceKind[] = ['district', 'town', 'village', 'grid', 'compound', 'building', 'unit']

/** What the name of a parent means for a row; null where nothing at hand, or more than one. */
type ParentMeant = (name: string, row: Pick<Place, 'code' | 'kind'>) => string | null

/** The lists of places with the codes of parents that they call by name; a name that several places have stays as it is. */
export function withParentCodes(lists: readonly ListFile[], places: readonly Place[]): readonly ListFile[] {
  const known = new Set(places.map(({ code }) => code))
  let meant: ParentMeant | null = null
  const parentMeant: ParentMeant = (name, row) => (meant ??= meaningIn(places))(name, row)
  return lists.map((list) => {
    const named = list.kind.list === 'places' ? (list.taken.textsIn('parent') ?? []) : []
    return named.every((text) => known.has(text)) ? list : withCodes(list, known, parentMeant)
  })
}

function meaningIn(places: readonly Place[]): ParentMeant {
  const hierarchy = hierarchyOf(places)
  const names = namesOf(hierarchy)
  return (name, { code, kind }) => {
    const isWider = (one: string): boolean =>
      LEVELS.indexOf(hierarchy.place(one)!.kind) < LEVELS.indexOf(kind)
    const found = names.find(name)
    const wider = found?.isWhole ? found.codes.filter(isWider) : []
    if (wider.length === 1) return wider[0]!
    const around = wider.filter((one) => code.startsWith(one))
    return around.length === 1 ? around[0]! : null
  }
}

function withCodes(list: ListFile, known: ReadonlySet<string>, parentMeant: ParentMeant): ListFile {
  const taken = new BlockBuilder(list.kind)
  const read = new Map<string, { readonly row: number; readonly code: string; count: number }>()
  for (const { row, values } of list.taken) {
    const { parent, code, kind } = values
    const isNamed = typeof parent === 'string' && !known.has(parent)
    const found = isNamed ? parentMeant(parent, { code: String(code), kind: kind as Place['kind'] }) : null
    taken.add({ row, values: found === null ? values : { ...values, parent: found } })
    if (found === null) continue
    const key = `${parent}\n${found}`
    const before = read.get(key)
    if (before) before.count += 1
    else read.set(key, { row, code: found, count: 1 })
  }
  taken.close()
  const problems = Array.from(read, ([key, { row, code, count }]): Problem => {
    const [seen = null] = key.split('\n')
    const detail = { count, areaM2: null, pairs: [] }
    return aProblem(list.path, 'place-by-name', { row, column: 'parent', seen, suggestion: code, detail })
  })
  return { ...list, taken, problems: [...list.problems, ...problems] }
}
