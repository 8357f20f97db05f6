import type { ConditionAnswer, CoverageAnswer } from '../answers'
import type { Facts } from '../facts'
import { contains } from '../geometry/rings/contains'
import { placesAt } from '../places/changes/places-at'
import { type Hierarchy, hierarchyOf } from '../places/hierarchy'
import type { Instant } from '../time/calendar'
import { groundOf, type ZoneGround } from '../zones/ground/ground'
import { policiesOf } from '../zones/policy/policies-of'

type State = ConditionAnswer['state']

const finding = (
  words: Pick<ConditionAnswer, 'id' | 'zh' | 'en' | 'mark'>,
  said: { state: State; reason: string | null; figures: ConditionAnswer['figures'] },
): ConditionAnswer => ({
  ...words,
  authority: 'reference',
  state: said.state,
  at: null,
  until: null,
  reason: said.reason,
  evidence: [],
  anyOf: null,
  figures: said.figures,
})

/** Villages that have ground in the zone: its members' own villages, else those whose label point lies inside. */
function villagesOf(
  zone: ZoneGround,
  hierarchy: Hierarchy,
  kind: Parameters<Hierarchy['ofKind']>[0],
): string[] {
  const all = hierarchy.ofKind(kind)
  if (zone.members.length === 0) {
    return all.filter((code) => {
      const point = hierarchy.pointOf(code)
      return point !== null && contains(zone.outline, point)
    })
  }
  const members = new Set(zone.members)
  const lines = new Set(zone.members.flatMap((code) => [code, ...hierarchy.ancestorsOf(code)]))
  return all.filter(
    (code) => lines.has(code) || hierarchy.ancestorsOf(code).some((above) => members.has(above)),
  )
}

/** Every village of the zone has reported on the day shown. Unknown without reports, or where nobody says who reports by when. */
function reported(zone: ZoneGround, coverage: CoverageAnswer, hierarchy: Hierarchy): ConditionAnswer {
  const words = { id: 'finding.reports', zh: '每日报告', en: 'Daily reports', mark: '报' }
  const said = coverage.reporting
  if (!said) {
    const reason = coverage.reportsFiled ? 'reporters-unknown' : 'list-unknown'
    return finding(words, { state: 'unknown', reason, figures: {} })
  }
  const villages = villagesOf(zone, hierarchy, said.kind as Parameters<Hierarchy['ofKind']>[0])
  const silent = new Set(said.missing)
  const missing = villages.filter((code) => silent.has(code)).length
  const figures = { have: villages.length - missing, of: villages.length, missing }
  return finding(words, {
    state: missing === 0 ? 'met' : 'unmet',
    reason: missing === 0 ? null : 'silent',
    figures,
  })
}

/** Every crossing of the zone's line is guarded or closed at the hour shown, and no road ends at it. Unknown without roads or ground. */
function guarded(zone: ZoneGround, coverage: CoverageAnswer): ConditionAnswer {
  const words = { id: 'finding.crossings', zh: '出入口值守', en: 'Crossings guarded', mark: '口' }
  const line = coverage.perimeter?.find(({ id, kind }) => id === zone.id && kind === 'zone')
  if (!line) return finding(words, { state: 'unknown', reason: 'list-unknown', figures: {} })
  const ofOpen = line.crossings.filter(({ state }) => state === null).length
  if (ofOpen > 0)
    return finding(words, { state: 'unknown', reason: 'posts-unknown', figures: { of: ofOpen } })
  if (line.guarded === null || line.closed === null)
    return finding(words, { state: 'unknown', reason: 'line-unknown', figures: {} })
  const loose = coverage.endsAtLine?.filter(({ id, kind }) => id === zone.id && kind === 'zone').length ?? 0
  const figures = { have: line.guarded + line.closed, of: line.crossings.length, missing: line.unguarded }
  if (figures.missing) return finding(words, { state: 'unmet', reason: 'unguarded', figures })
  if (line.isPartlyDrawn) return finding(words, { state: 'unknown', reason: 'line-unknown', figures: {} })
  if (loose > 0)
    return finding(words, { state: 'unmet', reason: 'ends-at-line', figures: { ...figures, ends: loose } })
  return finding(words, { state: 'met', reason: null, figures })
}

/** Roads that run on the zone's line, met from both sides; nothing where there are none. */
function along(zone: ZoneGround, coverage: CoverageAnswer): ConditionAnswer[] {
  const words = { id: 'finding.along', zh: '道路沿线通行', en: 'Roads along the line', mark: '沿' }
  const line = coverage.perimeter?.find(({ id, kind }) => id === zone.id && kind === 'zone')
  const found = line?.along ?? []
  if (found.length === 0) return []
  const names = [...new Set(found.flatMap(({ road }) => road ?? []))].join(' / ')
  const figures = { have: found.length, roads: names || null }
  return [finding(words, { state: 'unmet', reason: 'along-the-line', figures })]
}

/**
 * What an assessment notes beside the conditions and never counts: daily reports (报) and guarded crossings (口) and
 * roads along the line (沿) of each zone in force at `asOf`, from the same coverage that the screens show.
 */
export function findingsOf(
  register: Facts,
  { asOf, policy = null, coverage }: { asOf: Instant; policy?: string | null; coverage: CoverageAnswer },
): (zone: string) => readonly ConditionAnswer[] {
  const facts = placesAt(register, asOf)
  const hierarchy = hierarchyOf(facts.places)
  const zones = new Map(groundOf(facts, asOf, policiesOf(facts, policy)).map((zone) => [zone.id, zone]))
  return (id) => {
    const zone = zones.get(id)
    return zone
      ? [reported(zone, coverage, hierarchy), guarded(zone, coverage), ...along(zone, coverage)]
      : []
  }
}
