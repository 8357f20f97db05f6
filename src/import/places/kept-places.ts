import { codesMeant, type Hierarchy, hierarchyOf, namesOf, type Place } from '#geo'
import { mayBeAlias } from '../../log/hand/alias-taught'
import { cutAddress } from '../../log/personal/address'
import { isAboutPersons, isCode, looksPersonal } from '../../log/personal/kept-text'
import { BlockBuilder } from '../../log/rows/block-builder'
import type { ListFile } from '../list-file'
import { aProblem, type Problem } from '../problem'
import { refuse } from '../refuse'

/**
 * The lists with what is kept of where a person is: a code or a name of a place as it stands, an address up to its
 * building in towns and its village elsewhere, or the code of the place that the rest of it tells. What names no place is
 * kept nowhere: its row is without a place, and told. `step` is called now
 * and then with the share of a list that is done; it may throw to end it.
 */
export function withKeptPlaces(
  lists: readonly ListFile[],
  places: readonly Place[],
  step: (share: number) => void = () => {},
): readonly ListFile[] {
  const hierarchy = hierarchyOf(places)
  return lists.map((list) => (isAboutPersons(list.kind.list) ? withKept(list, hierarchy, step) : list))
}

/** rows between two steps */
const STRIDE = 200
/** names that are remembered, in memory, while nothing is written */
const NAMED = 1_000

function withKept(list: ListFile, hierarchy: Hierarchy, step: (share: number) => void): ListFile {
  const kept = keptPlaces(hierarchy)
  const texts = list.taken.textsIn('place') ?? []
  const { alsoPlaces = [] } = list
  if (alsoPlaces.length === 0 && texts.every((text) => hierarchy.place(text) !== null || isCode(text)))
    return list
  const taken = new BlockBuilder(list.kind)
  let first: number | null = null
  let lost = 0
  const withoutPlace = new Map<string, { row: number; count: number }>()
  for (const { row, values } of list.taken) {
    if (taken.length % STRIDE === 0) step(taken.length / list.taken.length)
    const { place } = values
    const town = typeof values.town === 'string' ? values.town : null
    const own = typeof place === 'string' ? kept(place, town) : null
    const further = alsoPlaces.flatMap((header) => alsoAt(hierarchy, { list, row, header, town }))
    const apart = own === null ? null : further.find(({ code }) => isApart(hierarchy, own, { code, town }))
    if (apart) {
      refuse(list, row, { column: apart.header, code: 'places-differ', seen: null, suggestion: null })
      continue
    }
    const found = own ?? further[0]?.code ?? null
    if (typeof place === 'string' && found === null) {
      first ??= row
      lost += 1
      const name = place.trim()
      const before = withoutPlace.get(name)
      if (before) before.count += 1
      else if (withoutPlace.size < NAMED && mayBeAlias(name)) withoutPlace.set(name, { row, count: 1 })
    }
    taken.add({ row, values: { ...values, place: found } })
  }
  taken.close()
  return { ...list, taken, withoutPlace, problems: [...list.problems, ...notKept(list, first, lost)] }
}

interface Further {
  readonly list: ListFile
  readonly row: number
  readonly header: string
  readonly town: string | null
}

/** The one place that a further column of the row means; none where it means several or none. */
function alsoAt(hierarchy: Hierarchy, { list, row, header, town }: Further) {
  const text = list.cellsOf(row)[header]?.trim() ?? ''
  const codes = text === '' ? [] : hierarchy.place(text) ? [text] : codesMeant(hierarchy, text, town)
  return codes.length === 1 ? [{ header, code: codes[0]! }] : []
}

/** Whether two columns tell two places, neither of which lies in the other. */
function isApart(
  hierarchy: Hierarchy,
  own: string,
  { code, town }: { readonly code: string; readonly town: string | null },
): boolean {
  const [mine, ...others] = hierarchy.place(own) ? [own] : codesMeant(hierarchy, own, town)
  if (mine === undefined || others.length > 0 || mine === code) return false
  return !hierarchy.ancestorsOf(mine).includes(code) && !hierarchy.ancestorsOf(code).includes(mine)
}

function notKept(list: ListFile, row: number | null, count: number): Problem[] {
  if (row === null) return []
  const column = list.spelt.place ?? 'place'
  return [
    aProblem(list.path, 'address-not-kept', { row, column, detail: { count, areaM2: null, pairs: [] } }),
  ]
}

/** What is kept of a text that says where a person is, within the town of its row; each text is looked at once. */
function keptPlaces(hierarchy: Hierarchy): (text: string, town: string | null) => string | null {
  const known = new Map<string, string | null>()
  return (text, town) => {
    const key = `${town ?? ''}\n${text}`
    let kept = known.get(key)
    if (kept === undefined) known.set(key, (kept = keptPlace(hierarchy, text, town)))
    return kept
  }
}

function keptPlace(hierarchy: Hierarchy, text: string, town: string | null): string | null {
  if (hierarchy.place(text) !== null) return text
  const cut = cutAddress(text)
  const names = namesOf(hierarchy)
  const within = town === null ? null : codeOf(hierarchy, town)
  const finer = cut === null ? null : nameBeyond(hierarchy, { text, cut, within })
  if (finer !== null) return finer
  for (const said of cut === null || cut === text ? [text] : [cut, text]) {
    const found = names.find(said, within)
    if (!found) continue
    if (found.isWhole && (said === cut || (cut === null && !looksPersonal(said)))) return said
    if (found.codes.length === 1) return found.codes[0]!
  }
  return cut ?? (isCode(text) ? text : null)
}

const beyond = new WeakMap<Hierarchy, ReadonlySet<string>>()

/** With which letters names of places go on where an address would be cut, or begin where it would be cut before them. */
function lettersBeyond(hierarchy: Hierarchy): ReadonlySet<string> {
  let letters = beyond.get(hierarchy)
  if (letters) return letters
  const found = new Set<string>()
  for (const code of hierarchy.codes) {
    const { kind, name, aliases } = hierarchy.place(code)!
    if (kind === 'building' || kind === 'unit') continue
    for (const one of [name, ...aliases].map((said) => said.normalize('NFKC'))) {
      const cut = cutAddress(one) ?? ''
      if (one.startsWith(cut) && one.length > cut.length) found.add(one[cut.length]!)
    }
  }
  beyond.set(hierarchy, (letters = found))
  return letters
}

/** letters behind a cut that may belong to a name */
const BEYOND = 12

/**
 * The place whose name goes on where the address was cut (万科城市花园三期, 李家庄二组), by its code: its name names it whole,
 * what is left of it names another. Null where none does; a building or a unit is not looked for.
 */
function nameBeyond(
  hierarchy: Hierarchy,
  { text, cut, within }: { readonly text: string; readonly cut: string; readonly within: string | null },
): string | null {
  const said = text.normalize('NFKC')
  const end = said.indexOf(cut) + cut.length
  if (end < cut.length || !lettersBeyond(hierarchy).has(said[end] ?? '')) return null
  const names = namesOf(hierarchy)
  const before = names.find(cut, within)?.codes ?? []
  for (let to = Math.min(said.length, end + BEYOND); to > end; to--) {
    const found = names.find(said.slice(0, to), within)
    const [code, ...others] = found?.isWhole ? found.codes : []
    if (code === undefined || others.length > 0 || before.includes(code)) continue
    const { kind } = hierarchy.place(code)!
    if (kind !== 'building' && kind !== 'unit') return code
  }
  return null
}

function codeOf(hierarchy: Hierarchy, town: string): string | null {
  const codes = hierarchy.place(town) ? [town] : (namesOf(hierarchy).find(town)?.codes ?? [])
  return codes.length === 1 ? codes[0]! : null
}
