import {
  type Facts,
  levelNamed,
  type Place,
  type PlaceKind,
  type Policy,
  resolvePolicy,
  type Shape,
} from '#geo'
import type { SourceRow } from '../log/rows/columns'
import type { Kind, Reference } from '../records/kind'
import type { ListFile } from './list-file'
import { type Meaning, readingOf } from './places/placing'
import { aProblem, type Problem, type ProblemCode } from './problem'

const CODES: Record<Reference['to'], ProblemCode> = {
  place: 'unknown-place',
  zone: 'unknown-zone',
  facility: 'unknown-facility',
}

/** Identities that references may mean, from the files at hand and the log they go to. */
interface Known {
  readonly place: Set<string>
  readonly zone: Set<string>
  readonly facility: Set<string>
}

function knownOf(lists: readonly ListFile[], existing: Facts | null): Known {
  const known: Known = {
    place: new Set(existing?.places.map(({ code }) => code)),
    zone: new Set(existing?.zones.map(({ id }) => id)),
    facility: new Set(existing?.facilities.map(({ id }) => id)),
  }
  for (const { kind, taken } of lists) {
    if (kind.list === 'places') for (const { values } of taken) known.place.add(String(values.code))
    else if (kind.list === 'zones') for (const { values } of taken) known.zone.add(String(values.id))
    else if (kind.list === 'facilities') for (const { values } of taken) known.facility.add(String(values.id))
  }
  return known
}

/**
 * References that are no code, once per file, column and value, with the first row and how many rows say it: what they
 * are read as where they mean one place or zone, else that they mean several or none. The rows are kept. Where a list is not there at all its references cannot be judged and nothing is said.
 */
export function unknownReferences(
  lists: readonly ListFile[],
  existing: Facts | null,
  meaning: Meaning,
): Problem[] {
  const known = knownOf(lists, existing)
  return lists.flatMap((list) => {
    const references = list.kind.references.filter(({ to }) => known[to].size > 0)
    return references.flatMap((reference) =>
      unknownIn(list, reference, { known: known[reference.to], meaning }),
    )
  })
}

/** Rows of the list count where the one place or zone is that they name: its names are read. */
const isRead = ({ references }: Kind): boolean =>
  references.some(({ field }) => field === 'place' || field === 'zone')

function unknownIn(
  list: ListFile,
  { field, to, many }: Reference,
  { known, meaning }: { known: ReadonlySet<string>; meaning: Meaning },
): Problem[] {
  const isKnown = (text: string): boolean =>
    (many ? text.split(';') : [text]).every((name) => known.has(name))
  const hasTowns = field === 'place' && list.taken.textsIn('town')
  if (!hasTowns && (list.taken.textsIn(field) ?? []).every(isKnown)) return []
  const found = new Map<string, { row: number; name: string; town: string | null; count: number }>()
  for (const { row, values } of list.taken) {
    const cell = values[field]
    if (typeof cell !== 'string') continue
    const town = field === 'place' && typeof values.town === 'string' ? values.town : null
    for (const name of many ? cell.split(';') : [cell]) {
      if (known.has(name) && town === null) continue
      const key = town === null ? name : `${town} ${name}`
      const before = found.get(key) ?? { row, name, town, count: 0 }
      found.set(key, { ...before, count: before.count + 1 })
    }
  }
  return Array.from(found).flatMap(([seen, { row, name, town, count }]) => {
    const codes = isRead(list.kind) ? meaning(to, name, town) : []
    const isTurned = town !== null && codes.length > 0 && isElsewhere(codes, meaning(to, name, null))
    if (known.has(name) && !isTurned) return []
    const read = isTurned
      ? { code: 'town-and-place-turned' as const, suggestion: codes.join(' | ') }
      : readingOf(to, codes)
    const { code, suggestion } = read ?? { code: CODES[to], suggestion: null }
    const detail = { count, areaM2: null, pairs: [] }
    return [aProblem(list.path, code, { row, column: field, seen, suggestion, detail })]
  })
}

/** Whether a text was read as what it does not mean by itself: what its town column means (see `codesMeant`). */
const isElsewhere = (codes: readonly string[], alone: readonly string[]): boolean =>
  !codes.some((code) => alone.includes(code))

/** Policy documents by id, as far as a check of names needs them: their levels and transitions. */
export type Policies = ReadonlyMap<string, Pick<Policy, 'levels' | 'transitions'>>

/** The usable ones among policy documents, with what they extend. */
export function policiesKnown(documents: readonly unknown[]): Policies {
  const known = new Map<string, Pick<Policy, 'levels' | 'transitions'>>()
  for (const document of documents) {
    const { id } = document as { readonly id: string }
    const { policy } = resolvePolicy(id, documents)
    if (policy) known.set(id, policy)
  }
  return known
}

/**
 * Zones whose policy nobody brought or whose file was refused (`refused`: file by id), or whose level their policy does not
 * have; once per file and value.
 */
export function unknownPolicies(
  lists: readonly ListFile[],
  { policies, refused }: { readonly policies: Policies; readonly refused: ReadonlyMap<string, string> },
  pack: string | null,
): Problem[] {
  const problems: Problem[] = []
  for (const list of lists.filter(({ kind }) => kind.list === 'zones')) {
    const said = new Set<string>()
    for (const { row, values } of list.taken) {
      const policy = typeof values.policy === 'string' ? values.policy : pack
      const edition = policy === null ? undefined : policies.get(policy)
      const level = String(values.level)
      const [column, code, seen] =
        edition === undefined
          ? (['policy', 'unknown-policy', policy] as const)
          : (['level', 'unknown-level', levelNamed(edition, level) === null ? level : null] as const)
      if (seen === null || said.has(`${code} ${seen}`)) continue
      said.add(`${code} ${seen}`)
      const ids = edition ? edition.levels.map(({ id }) => id) : [...policies.keys()]
      const file = code === 'unknown-policy' ? refused.get(seen) : undefined
      const suggestion = file ?? ids.sort().join(' | ')
      problems.push(
        aProblem(list.path, file === undefined ? code : 'policy-refused', { row, column, seen, suggestion }),
      )
    }
  }
  return problems
}

/**
 * The places as they will stand: a row of a file takes the place of the one that the log holds under its code and keeps what
 * the file does not say. What has become another place by an act stays that.
 */
export function placesTogether(lists: readonly ListFile[], existing: Facts | null): Place[] {
  const brought = new Map(placesOf(lists).map((place) => [place.code, place]))
  const held = existing?.places ?? []
  const together = held.map((place): Place => {
    const row = place.former ? undefined : brought.get(place.code)
    if (!row) return place
    const kept = <Key extends keyof Place>(key: Key): Place[Key] => row[key] ?? place[key]
    return {
      ...row,
      ...{ parent: kept('parent'), people: kept('people'), households: kept('households') },
      shape: kept('shape'),
      // a name that was taught stands when the file comes again
      aliases: [...new Set([...place.aliases, ...row.aliases])],
    }
  })
  const codes = new Set(held.map(({ code }) => code))
  return [...together, ...Array.from(brought.values()).filter(({ code }) => !codes.has(code))]
}

/** The taken rows of the places as the kernel's places. */
export function placesOf(lists: readonly ListFile[]): Place[] {
  return lists
    .filter(({ kind }) => kind.list === 'places')
    .flatMap((list) => list.taken.map((row) => placeOf(row, list.path)))
}

function placeOf({ row, values }: SourceRow, file: string): Place {
  const text = (name: string): string | null => (typeof values[name] === 'string' ? values[name] : null)
  const count = (name: string): number | null => (typeof values[name] === 'number' ? values[name] : null)
  return {
    code: text('code') ?? '',
    name: text('name') ?? text('code') ?? '',
    kind: text('kind') as PlaceKind,
    parent: text('parent'),
    people: count('people'),
    households: count('households'),
    aliases: text('aliases')?.split(';') ?? [],
    shape: Array.isArray(values.shape) ? (values.shape as Shape) : null,
    origin: { file, row, knownAt: null },
  }
}
