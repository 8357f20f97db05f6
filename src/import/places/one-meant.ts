import { codesMeant, type Hierarchy, hierarchyOf, type Place } from '#geo'
import { BlockBuilder } from '../../log/rows/block-builder'
import type { Cell, SourceRow } from '../../log/rows/columns'
import { countsByPlace } from '../../records/kind'
import { townOfTitles } from '../headers/title-lines'
import type { ListFile } from '../list-file'
import { aProblem, type Problem, type ProblemCode } from '../problem'
import type { Answers } from '../questions/answers'
import { meantSaid } from './names-several'

/**
 * The lists with the one place that is meant where a name is that of several: by a further column of the row (村代码
 * beside 村) or where a post or site stands, else in the town that stands above in a column of towns of which only the first row of each is filled (a
 * merged cell saved as text), else in the town whose list it is by its unit or title. A name that this town does not have
 * once stays as it is written, unless a person has said which is meant. What the list told, and what was answered, is noted
 * once.
 */
export function withOneMeant(
  lists: readonly ListFile[],
  places: readonly Place[],
  answers: Answers,
): readonly ListFile[] {
  const known = { hierarchy: hierarchyOf(places), places, said: meantSaid(answers) }
  return lists.map((list) => (countsByPlace(list.kind) ? withMeant(list, known) : list))
}

interface Known {
  readonly hierarchy: Hierarchy
  readonly places: readonly Place[]
}

/** Names that nothing in the list tells apart, and what of them was answered. */
class LeftOpen {
  readonly names = new Map<string, { row: number; count: number; codes: readonly string[] }>()
  readonly answered: Told[] = []

  constructor(private readonly said: ReadonlyMap<string, string>) {}

  /** The place that a person said of a name, where it is one of those it may mean. */
  take(name: string, row: number, codes: readonly string[]): string | undefined {
    const before = this.names.get(name)
    const all = before ? [...new Set([...before.codes, ...codes])] : codes
    this.names.set(name, { row: before?.row ?? row, count: (before?.count ?? 0) + 1, codes: all })
    const code = this.said.get(name)
    if (code === undefined || !codes.includes(code)) return undefined
    this.answered.push({ row, seen: name })
    return code
  }
}

interface Told {
  readonly row: number
  readonly seen: string
}

function withMeant(
  list: ListFile,
  { hierarchy, places, said }: Known & { readonly said: ReadonlyMap<string, string> },
): ListFile {
  const several = severalIn(hierarchy)
  const texts = list.taken.textsIn('place') ?? []
  if (texts.every((text) => several(text, null).length < 2)) return list
  const townOf = townsOfRows(list, { hierarchy, places })
  const taken = new BlockBuilder(list.kind)
  const told: Told[] = []
  const open = new LeftOpen(said)
  for (let at = 0; at < list.taken.length; at++) {
    const { row, values } = list.taken.at(at)
    const { place } = values
    const town = textIn(values.town)
    const codes = typeof place === 'string' ? several(place, town) : []
    const beside =
      codes.length > 1 ? [...besideIn(list, row, codes), ...standsIn(list, values, { hierarchy, codes })] : []
    const home = beside.length === 0 && town === null && codes.length > 1 ? townOf(at) : null
    const within = home === null ? [] : codes.filter((code) => hierarchy.ancestorsOf(code).includes(home))
    if (within.length === 1) told.push({ row, seen: String(place) })
    const [found, ...others] = beside.length > 0 ? new Set(beside) : within
    const isOne = found !== undefined && others.length === 0
    const one = isOne || codes.length === 0 ? found : open.take(String(place), row, codes)
    taken.add({ row, values: one === undefined ? values : { ...values, place: one } })
  }
  taken.close()
  const problems = [
    ...list.problems,
    ...toldOnce(list, 'place-in-town-of-list', told),
    ...toldOnce(list, 'place-as-answered', open.answered),
  ]
  return { ...list, taken, problems, ...(open.names.size > 0 ? { severalPlaces: open.names } : {}) }
}

const textIn = (cell: Cell | undefined): string | null => (typeof cell === 'string' ? cell : null)

/**
 * The town of the list by row: the one that stands above where a column tells towns and whatever stands below each lies
 * in it, else that of its titles.
 */
function townsOfRows(list: ListFile, { hierarchy, places }: Known): (at: number) => string | null {
  const titled = townOfTitles(list.titles ?? [], places)
  if (list.taken.textsIn('town') === null) return () => titled
  const above: (string | null)[] = []
  let last: string | null = null
  for (const { values } of list.taken) {
    const town = textIn(values.town)
    if (town !== null) last = onlyOne(hierarchy, town)
    above.push(last)
    const own = textIn(values.place)
    const code = own === null ? null : onlyOne(hierarchy, own)
    const isElsewhere = code !== null && last !== null && !hierarchy.ancestorsOf(code).includes(last)
    if (town === null && isElsewhere) return () => titled
  }
  return (at) => above[at] ?? null
}

function onlyOne(hierarchy: Hierarchy, text: string): string | null {
  const codes = hierarchy.place(text) ? [text] : codesMeant(hierarchy, text, null)
  return codes.length === 1 ? codes[0]! : null
}

/** The codes of several places that a name means; none where it is a code or means one. */
function severalIn(hierarchy: Hierarchy): (text: string, town: string | null) => readonly string[] {
  const known = new Map<string, readonly string[]>()
  return (text, town) => {
    const key = `${town ?? ''}\n${text}`
    let codes = known.get(key)
    if (!codes) {
      const meant = hierarchy.place(text) ? [] : codesMeant(hierarchy, text, town)
      known.set(key, (codes = meant.length > 1 ? meant : []))
    }
    return codes
  }
}

/** Which of the places a further column of the row names by its code. */
function besideIn(
  { alsoPlaces = [], cellsOf }: ListFile,
  row: number,
  codes: readonly string[],
): readonly string[] {
  if (alsoPlaces.length === 0) return []
  const cells = cellsOf(row)
  return [...new Set(alsoPlaces.flatMap((header) => codes.filter((code) => cells[header]?.trim() === code)))]
}

/** In which of the places a post or site stands; where a person was found and lives may be two. */
function standsIn(
  { kind }: ListFile,
  { lng, lat }: SourceRow['values'],
  { hierarchy, codes }: { readonly hierarchy: Hierarchy; readonly codes: readonly string[] },
): readonly string[] {
  if (kind.list !== 'facilities' || typeof lng !== 'number' || typeof lat !== 'number') return []
  const code = hierarchy.placeAt(lng, lat)?.code
  const around = code === undefined ? [] : [code, ...hierarchy.ancestorsOf(code)]
  return codes.filter((one) => around.includes(one))
}

function toldOnce(list: ListFile, code: ProblemCode, told: readonly Told[]): Problem[] {
  const [first] = told
  if (!first) return []
  const detail = { count: told.length, areaM2: null, pairs: [] }
  return [aProblem(list.path, code, { ...first, column: 'place', detail })]
}
