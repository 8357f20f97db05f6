import type { SurveyLevel, SurveyZone } from '../answers'
import { unknownParts, withUnknown } from '../coverage/bounded'
import { sumOf } from '../coverage/known-sum'
import { NORMAL } from '../coverage/levels'
import { ZoneCover } from '../coverage/zone-cover'
import { smallest } from '../extremes'
import { byStrictness } from '../zones/ground/ground'
import type { Level } from '../zones/policy/policy'
import { countedRows, unplacedCases } from './cases/cases'
import type { Slice } from './slice'
import { isTold, type ZoneRow } from './zones'

/** Names of the last row where the policy has none for it. */
const ROUTINE = { zh: '常态化防控', en: 'Routine prevention' }

/** Without rules nothing is known of routine: only that it lies in no zone. */
const NO_ZONE = { zh: '不在分区内', en: 'In no zone' }

/** Level of the row that counts the cases of no level: nobody can tell where or when they were. */
export const UNPLACED_LEVEL = 'unplaced'
const UNPLACED_WORDS = { zh: '未落位', en: 'Unplaced' }

/**
 * One row a level of the policy, the strictest first, and last what lies in no zone; they add up to the district. Where
 * cases are unplaced a row of their own follows, without ground, so that cases add up to their total.
 */
export function surveyLevels(slice: Slice, rows: readonly ZoneRow[]): SurveyLevel[] {
  const { policy, shares, attribution } = slice
  const named = new Map(policy?.levels.map((level) => [level.id, level]))
  const inForce = new Set(attribution.zones.map((zone) => zone.level))
  const lowest = smallest((policy?.levels ?? []).map((level) => level.rank))
  const ids = [...named.values()]
    .filter((level) => level.id !== NORMAL && (level.rank > lowest || inForce.has(level.id)))
    .map((level) => level.id)
  const levels = [...new Set([...ids, ...inForce])].map((id) => ({ id, rank: rankOf(slice, id) }))
  levels.sort((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : 1))
  const rest = policy ? ROUTINE : NO_ZONE
  const villages = villagesByLevel(slice)
  const cases = casesByLevel(slice)
  const levelOf = new Map<string | null, string>(attribution.zones.map((zone) => [zone.id, zone.level]))
  const isMissing = (id: string, own: readonly ZoneRow[]): boolean =>
    id === NORMAL
      ? slice.coverage.levels.district.isPartlyDrawn === true
      : own.some(({ zone }) => zone.outline.length === 0 || zone.isPartlyDrawn)
  // what a level holds of others it holds in some town
  const holds = (id: string, flag: 'holdsUndrawn' | 'holdsUntold' | 'holdsUnlisted') =>
    slice.coverage.levels.rows.some((row) => row.level === id && row[flag]) ? { [flag]: true as const } : {}
  const rowOf = (id: string, rank: number): SurveyLevel => {
    const own = rows.filter(({ zone }) => zone.level === id)
    const unknown = own.reduce((count, { ground }) => count + unknownParts(slice.hierarchy, ground), 0)
    const ofLevel = shares.filter((share) => (levelOf.get(share.zone) ?? NORMAL) === id)
    const sum = sumOf(ofLevel.length > 0 ? withUnknown(ofLevel, unknown) : ofLevel)
    const words = named.get(id) ?? wordsOfZones(slice, id)
    return {
      level: id,
      zh: words?.zh ?? (id === NORMAL ? rest.zh : id),
      en: words?.en ?? (id === NORMAL ? rest.en : id),
      rank,
      count: id === NORMAL ? null : own.length,
      ...{
        areaM2: sum.areaM2,
        ...(isMissing(id, own) ? { isPartlyDrawn: true as const } : {}),
        ...{ ...holds(id, 'holdsUndrawn'), ...holds(id, 'holdsUntold') },
        ...residentsOf(sum, own),
        places: slice.hierarchy.codes.length > 0 ? sum.places : null,
        ...(sum.isPartlyListed ? { isPartlyListed: true as const } : {}),
        ...holds(id, 'holdsUnlisted'),
        villages: slice.hierarchy.ofKind('village').length > 0 ? (villages.get(id) ?? 0) : null,
        cases: cases.get(id) ?? 0,
      },
      approved: own.filter(({ zone }) => zone.word === 'approved').length,
      toApprove: own.filter(({ zone }) => zone.word === 'toApprove').length,
    }
  }
  return [
    ...levels.map(({ id, rank }) => rowOf(id, rank)),
    rowOf(NORMAL, Number.isFinite(lowest) ? lowest : 0),
    ...unplacedRow(slice),
  ]
}

/** People of a level, a lower bound where nobody knows who lives in one of its zones. */
function residentsOf(
  { people, peopleKnown, peopleStated }: Pick<SurveyZone, 'people' | 'peopleKnown' | 'peopleStated'>,
  rows: readonly ZoneRow[],
) {
  const untold = rows.filter(({ zone }) => !isTold(zone)).length
  if (untold === 0) return { people, peopleKnown, ...(peopleStated ? { peopleStated } : {}) }
  const told = rows.length - untold
  return { people: told === 0 ? null : people, peopleKnown: (peopleKnown * told) / rows.length }
}

function unplacedRow(slice: Slice): SurveyLevel[] {
  const cases = unplacedCases(slice).length
  if (cases === 0) return []
  const bare = { rank: -1, count: null, areaM2: 0, people: 0, villages: 0, approved: 0, toApprove: 0 }
  return [{ level: UNPLACED_LEVEL, ...UNPLACED_WORDS, ...bare, cases }]
}

/** The level as the edition of a zone at it names it, where the district is not read by that edition. */
function wordsOfZones({ attribution, policyOf }: Slice, id: string): Level | undefined {
  const zone = attribution.zones.find(({ level }) => level === id)
  return zone && policyOf(zone.stay)?.levels.find((level) => level.id === id)
}

function rankOf({ policy, attribution }: Slice, id: string): number {
  return (
    policy?.levels.find((level) => level.id === id)?.rank ??
    attribution.zones.find((zone) => zone.level === id)?.rank ??
    0
  )
}

function casesByLevel(slice: Slice): Map<string, number> {
  const { zones, cases } = slice.attribution
  const counts = new Map<string, number>()
  const unplaced = new Set(unplacedCases(slice))
  for (const row of countedRows(slice)) {
    if (unplaced.has(row)) continue
    const level = zones[cases[row]!]?.level ?? NORMAL
    counts.set(level, (counts.get(level) ?? 0) + 1)
  }
  return counts
}

/** Villages by the strictest level that has any of their ground, itself or a part as member; else normal. */
function villagesByLevel({ hierarchy, attribution: { zones } }: Slice): Map<string, number> {
  const order = [...zones].sort(byStrictness).map(({ level, members, outline }) => {
    const touched = new Set(members.flatMap((code) => hierarchy.villageOf(code) ?? []))
    return {
      level,
      members: new Set(members),
      touched,
      cover: members.length === 0 ? new ZoneCover(outline) : null,
    }
  })
  const counts = new Map<string, number>()
  for (const code of hierarchy.ofKind('village')) {
    const line = [code, ...hierarchy.ancestorsOf(code)]
    const shape = order.length > 0 ? hierarchy.shapeOf(code) : null
    const found = order.find(({ members, touched, cover }) =>
      cover
        ? shape !== null && cover.shareOf(shape) > 0
        : touched.has(code) || line.some((one) => members.has(one)),
    )
    const level = found?.level ?? NORMAL
    counts.set(level, (counts.get(level) ?? 0) + 1)
  }
  return counts
}
