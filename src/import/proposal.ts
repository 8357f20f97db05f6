import {
  type Bilingual,
  type Day,
  isOnMainland,
  type PackDescription,
  type Place,
  type Policy,
  representativePoint,
  resolvePolicy,
} from '#geo'
import type { ListFile } from './list-file'
import type { Cutoff } from './questions/cutoff'

/** An edition that may be adopted. */
export interface ProposedEdition extends Bilingual {
  readonly id: string
  readonly from: Day
  readonly to: Day | null
  readonly jurisdiction: string
}

/** What a workspace that begins with these files would be called and follow, until a person says otherwise. */
export interface Proposal {
  readonly name: string | null
  readonly district: { readonly code: string; readonly name: string } | null
  readonly cutoff: Cutoff | null
  /** those in force on the day of the cut-off, national ones first; empty where there is none */
  readonly editions: readonly ProposedEdition[]
}

/** What a person says of a workspace that begins, each null where it stays as proposed. */
export interface SaidOfBegun {
  readonly name: string | null
  /** until when the files speak */
  readonly cutoff: string | null
  readonly edition: string | null
}

const AS_PROPOSED: SaidOfBegun = { name: null, cutoff: null, edition: null }

/** The description of a workspace that begins as proposed; null where nothing is proposed or said. */
export function descriptionBegun(
  { proposal, pack, cutoff }: Begins,
  said: SaidOfBegun = AS_PROPOSED,
): PackDescription | null {
  if (!proposal) return null
  const called = (said.name ?? proposal.name ?? '').trim() || null
  // a day alone is what the newest row tells anyway, and goes on with it
  const hour = cutoff?.at.includes('T') ? cutoff.at : null
  const asOf = (said.cutoff ?? hour) || null
  const policy = said.edition ?? pack.policy
  if (called === null && asOf === null && policy === null) return null
  return { ...pack, title: { zh: called, en: null }, policy, asOf }
}

interface Begins {
  readonly proposal: Proposal | null
  readonly pack: PackDescription
  readonly cutoff: Cutoff | null
}

/** What the files tell of a workspace of their own. */
export function proposalOf(
  places: readonly Place[],
  lists: readonly ListFile[],
  { cutoff, rules }: { readonly cutoff: Cutoff | null; readonly rules: readonly unknown[] },
): Proposal {
  const district = districtOf(places)
  const day = cutoff?.at.slice(0, 10) ?? null
  const isOfPersons = lists.some(({ kind, taken }) => taken.length > 0 && OF_PERSONS.has(kind.list))
  const editions =
    day === null
      ? []
      : editionsInForce(rules, { day, places }).filter((one) => !isOfPersons || one.isOfPersons)
  return { name: district && nameOf(district.name), district, cutoff, editions }
}

const OF_PERSONS: ReadonlySet<string> = new Set(['cases', 'contacts', 'rounds'])

/** The one district, else the one under which every town or village lies by its code. */
function districtOf(places: readonly Place[]): Proposal['district'] {
  const districts = places.filter(({ kind }) => kind === 'district')
  if (districts.length === 1) return { code: districts[0]!.code, name: districts[0]!.name }
  const parents = new Set(places.filter(({ kind }) => kind === 'town').map(({ parent }) => parent))
  const [only] = parents.size === 1 ? parents : []
  const found = districts.find(({ code }) => code === only)
  return found ? { code: found.code, name: found.name } : null
}

/** A headquarters is called by its district. */
const nameOf = (district: string): string =>
  /\p{Script=Han}/u.test(district) ? `${district}疫情防控指挥部` : district

interface InForce extends ProposedEdition {
  readonly isOfPersons: boolean
}

/**
 * The editions in force on a day whose jurisdiction covers the places (null: any): the mainland by position, a province or
 * city of it by the codes. No other country is told by a map, so none of its editions. National ones first, the newest
 * first, those for animals last.
 */
export function editionsInForce(
  rules: readonly unknown[],
  { day, places }: { readonly day: Day; readonly places: readonly Place[] | null },
): InForce[] {
  const found = new Map<string, InForce>()
  for (const { id } of rules as readonly { readonly id: string }[]) {
    const { policy } = found.has(id) ? { policy: null } : resolvePolicy(id, rules)
    if (!policy || !isInForce(policy, day) || (places && !covers(policy.jurisdiction, places))) continue
    const { valid, name, jurisdiction, subject } = policy
    found.set(id, {
      ...name,
      ...{ id, from: valid.from, to: valid.to, jurisdiction, isOfPersons: subject?.zh !== OUTBREAK },
    })
  }
  return [...found.values()].sort(
    (a, b) =>
      Number(b.isOfPersons) - Number(a.isOfPersons) ||
      a.jurisdiction.length - b.jurisdiction.length ||
      (a.from < b.from ? 1 : -1),
  )
}

/** What editions for animals count. */
const OUTBREAK = '疫点'

const isInForce = ({ valid: { from, to } }: Policy, day: Day): boolean =>
  from <= day && (to === null || day <= to)

function covers(jurisdiction: string, places: readonly Place[]): boolean {
  const [country, part = ''] = jurisdiction.split('-')
  const ground = places.find(({ shape }) => shape !== null && shape.length > 0)?.shape
  const position = ground ? representativePoint(ground) : null
  if (country !== 'CN' || position === null || !isOnMainland(position[0], position[1])) return false
  return part === '' || places.some(({ code }) => code.startsWith(part))
}
