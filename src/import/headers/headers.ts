import type { PlaceKind } from '#geo'
import type { Table } from '../../formats/table'
import { type Field, KNOWN_AT } from '../../records/field'
import type { Kind } from '../../records/records'
import { placeHeaders } from './place-headers'

/** A header as it is compared: full-width folded, no case, no spaces, no `_` or `-`. */
function folded(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-\u3000*]/g, '')
}

/**
 * Spellings of a header to try: as it is, without its brackets, without what stands in them; of one over several
 * lines (`检测情况 / 已采`) also its last line alone.
 */
export function spellings(header: string): string[] {
  const last = header.includes(' / ') ? spellings(header.slice(header.lastIndexOf(' / ') + 3)) : []
  const plain = folded(header)
  const opened = plain.replace(/[()[\]{}【】〔〕「」]/g, '')
  const emptied = plain.replace(/[([{【〔「][^)\]}】〕」]*[)\]}】〕」]/g, '')
  return [...new Set([plain, opened, emptied, ...last])].filter((spelling) => spelling !== '')
}

export interface HeaderMatch {
  /** field → header as the file spells it */
  readonly fields: ReadonlyMap<Field, string>
  /** headers no field claims, in file order */
  readonly others: readonly string[]
  /** headers that say the same as an earlier or better one */
  readonly repeated: readonly string[]
  /** by field, those that say the same of it */
  readonly also: ReadonlyMap<Field, readonly string[]>
}

/**
 * Which header is which field. What a person said goes before all; a canonical name wins over a synonym, an earlier
 * synonym over a later one; columns that number the lines are no field's, and codes that stand under such a heading are
 * the id where nothing else is.
 */
export function matchHeaders(
  kind: Kind,
  given: readonly string[],
  { setAside = [], codes = null, told = NOTHING_TOLD }: Partial<NumberedLines & Pick<Table, 'told'>> = {},
): HeaderMatch {
  const isOut = (header: string): boolean =>
    told.has(header) ? told.get(header) === null : setAside.includes(header)
  const headers = given.filter((header) => !isOut(header))
  const fields = new Map<Field, string>()
  const taken = new Set<string>()
  const repeated: string[] = []
  const also = new Map<Field, string[]>()
  const candidates = [...kind.fields.filter((field) => !isGeometry(field)), KNOWN_AT]
  const spelt = bySpelling(headers)
  const claim = (namesOf: (field: Field) => readonly string[]): void => {
    for (const field of candidates) {
      for (const name of namesOf(field)) {
        const wanted = folded(name)
        const header = spelt.get(wanted)?.find((one) => !taken.has(one))
        if (header === undefined) continue
        taken.add(header)
        if (!fields.has(field)) fields.set(field, header)
        else {
          repeated.push(header)
          also.set(field, [...(also.get(field) ?? []), header])
        }
      }
    }
  }
  for (const header of headers) {
    const field = candidates.find(({ name }) => name === told.get(header))
    if (!field || fields.has(field)) continue
    fields.set(field, header)
    taken.add(header)
  }
  claim((field) => [field.name])
  const unclaimed = candidates.filter((field) => !fields.has(field))
  claim((field) => (unclaimed.includes(field) ? field.synonyms : []))
  const id = candidates.find(({ name }) => name === 'id')
  if (codes !== null && !told.has(codes) && id && !fields.has(id)) {
    fields.set(id, codes)
    taken.add(codes)
  }
  if (kind.list === 'places') claimLevels(candidates, { fields, taken, spelt })
  const [town, place] = ['town', 'place'].map((wanted) => candidates.find(({ name }) => name === wanted))
  const ofTown = town && fields.get(town)
  // where a list gives no place but the town, that is its place
  if (town && place && ofTown !== undefined && !told.has(ofTown) && !fields.has(place)) {
    fields.delete(town)
    fields.set(place, ofTown)
  }
  const others = [...new Set(headers)].filter((header) => !taken.has(header) || repeated.includes(header))
  return { fields, others, repeated, also }
}

interface Claimed {
  readonly fields: Map<Field, string>
  readonly taken: Set<string>
  readonly spelt: ReadonlyMap<string, readonly string[]>
}

/** Codes, names and parents of places by headers that say of which level they are. */
function claimLevels(candidates: readonly Field[], { fields, taken, spelt }: Claimed): void {
  const fieldOf = (name: string): Field => candidates.find((one) => one.name === name)!
  const [code, name, parent] = ['code', 'name', 'parent'].map(fieldOf) as [Field, Field, Field]
  const told = placeHeaders((spelling) => spelt.get(folded(spelling))?.find((one) => !taken.has(one)), {
    code: fields.has(code),
    name: fields.has(name),
  })
  for (const [field, header] of [
    [code, told.code],
    [name, told.name],
    [parent, told.parent],
  ] as const) {
    if (header === null || fields.has(field)) continue
    fields.set(field, header)
    taken.add(header)
  }
}

/** Of which level the rows of a list of places are by their headers; null where none tells. */
export function levelByHeaders(headers: readonly string[]): PlaceKind | null {
  const spelt = bySpelling(headers)
  const find = (spelling: string): string | undefined => spelt.get(folded(spelling))?.[0]
  return placeHeaders(find, { code: false, name: false }).kind
}
const NOTHING_TOLD: NonNullable<Table['told']> = new Map()

/** Headers by each way they may be spelt, in the order of the file. */
function bySpelling(headers: readonly string[]): Map<string, string[]> {
  const spelt = new Map<string, string[]>()
  for (const header of new Set(headers))
    for (const spelling of spellings(header)) {
      const known = spelt.get(spelling)
      if (known) known.push(header)
      else spelt.set(spelling, [header])
    }
  return spelt
}

/** What became of columns that are headed as numbers of lines. */
export interface NumberedLines {
  /** columns that only number the lines: never an identity, and not kept */
  readonly setAside: readonly string[]
  /** a column so headed that holds codes, one a row, and stands for the id */
  readonly codes: string | null
}

export const isGeometry = (field: Field): boolean =>
  field.type === 'shape' || field.type === 'line' || field.type === 'point'
