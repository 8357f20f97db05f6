import type { AssessAnswer, CoverageAnswer, Survey } from '../answers'
import type { Facts, ZoneStay } from '../facts'
import { placesAt } from '../places/changes/places-at'
import { formatInstant, type Instant } from '../time/calendar'
import { editionFollowed } from '../zones/policy/edition-followed'
import { policiesOf } from '../zones/policy/policies-of'
import { zonesUnknown } from '../zones/record/zones-unknown'
import { resolvedOf } from '../zones/unplaced/references'
import { caseDots, surveyCases } from './cases/cases'
import { surveyWeeks } from './cases/weeks'
import { surveyFigures } from './figures'
import { surveyHeadline } from './headline'
import { surveyLevels } from './levels'
import { surveyOrders } from './orders/orders'
import { surveyPerimeter } from './perimeter'
import { surveyRounds } from './rounds'
import { surveySignals } from './signals'
import { type Slice, sliceOf } from './slice'
import { surveySources } from './sources'
import { surveyTimeline } from './timeline'
import { surveyTowns } from './towns'
import { surveyUnplaced } from './unplaced'
import { surveyZones } from './zones'

export interface SurveyQuestion {
  readonly asOf: Instant
  /** only for the record: the facts are already those known by then */
  readonly known?: Instant | null
  /** reads every zone by this policy, whatever the pack says */
  readonly policy?: string | null
  /** the assessment of the same facts at the same as-of */
  readonly assess: AssessAnswer
  /** the coverage of the same facts at the same as-of */
  readonly coverage: CoverageAnswer
}

/** What is counted where the policy does not say. */
const SUBJECT = { zh: '病例', en: 'cases', unit: '例', unitEn: 'cases' }

/**
 * Every number of wall, desk and briefing, out of one slice: what `assess` and `coverage` answered for the same facts
 * and as-of, and the counts that only screens need. No sentence, no colour; unknown is null, never 0.
 */
export function survey(register: Facts, { asOf, policy = null, assess, coverage }: SurveyQuestion): Survey {
  const given = placesAt(register, asOf)
  const policyOf = policiesOf(given, policy)
  const { facts } = resolvedOf(given)
  const id = policy ?? editionFollowed(facts, asOf)
  const ofDistrict = id === null ? null : policyOf({ policy: id } as ZoneStay)
  const slice = sliceOf({ facts, asOf, policy: ofDistrict, policyOf, assess, coverage })
  const signals = surveySignals(slice)
  const rows = surveyZones(slice, signals)
  const zones = rows.map(({ zone }) => zone)
  const perimeter = surveyPerimeter(slice)
  const cases = surveyCases(slice)
  return {
    asOf: formatInstant(slice.timezone, asOf),
    day: slice.day,
    timezone: slice.timezone,
    ...policyWords(slice, id ?? ''),
    district: districtFigures(slice),
    cases,
    weeks: surveyWeeks(slice, cases),
    unplaced: surveyUnplaced(slice, zones),
    signals,
    orders: surveyOrders(slice),
    figures: surveyFigures(slice),
    rounds: surveyRounds(slice),
    levels: surveyLevels(slice, rows),
    zones,
    ...zonesUnknownIn(given, asOf),
    ...surveyTowns(slice, { zones, perimeter }),
    reporting: reportingWithNames(slice),
    reportsFiled: coverage.reportsFiled ?? null,
    perimeter,
    quarantine: coverage.quarantine,
    outside: coverage.outside,
    sources: surveySources(slice),
    timeline: surveyTimeline(slice, rows),
    headline: surveyHeadline(rows),
    caseDots: caseDots(slice),
  }
}

function zonesUnknownIn(given: Facts, asOf: Instant): Pick<Survey, 'zonesUnknown'> {
  const why = zonesUnknown(given, asOf)
  return why ? { zonesUnknown: why } : {}
}

function policyWords({ policy, day }: Slice, id: string): Pick<Survey, 'policy' | 'subject'> {
  const subject = policy?.subject
  const endedOn = policy?.valid.to ?? null
  const startsOn = policy?.valid.from ?? null
  return {
    policy: {
      id,
      zh: policy?.name.zh ?? id,
      en: policy?.name.en ?? policy?.name.zh ?? id,
      endedOn: endedOn !== null && endedOn.slice(0, 10) < day ? endedOn : null,
      startsOn: startsOn !== null && startsOn.slice(0, 10) > day ? startsOn : null,
    },
    subject: subject ? { ...subject, unitEn: subject.unitEn ?? subject.en } : SUBJECT,
  }
}

function districtFigures({ facts, hierarchy, coverage }: Slice): Survey['district'] {
  const [root, ...others] = hierarchy.tops
  const district = root !== undefined && others.length === 0 ? hierarchy.place(root) : null
  const { areaM2, isPartlyDrawn, people, peopleKnown, households, householdsKnown, ...whole } =
    coverage.levels.district
  const { zh, en } = facts.pack.title
  return {
    code: district?.code ?? null,
    name: district?.name ?? zh ?? en ?? '',
    ...(en ? { titleEn: en } : {}),
    ...(isPartlyDrawn ? { isPartlyDrawn } : {}),
    ...{ areaM2: areaM2 ?? 0, people, peopleKnown, households, householdsKnown },
    ...(whole.peopleStated ? { peopleStated: true as const } : {}),
    ...(whole.householdsStated ? { householdsStated: true as const } : {}),
    villages: hierarchy.ofKind('village').length,
    towns: hierarchy.ofKind('town').length,
    compounds: hierarchy.ofKind('compound').length,
  }
}

function reportingWithNames({ coverage, hierarchy }: Slice): Survey['reporting'] {
  const { reporting } = coverage
  if (!reporting) return null
  const named = new Map<string, number>()
  for (const code of hierarchy.codes) {
    const { kind, name } = hierarchy.place(code)!
    named.set(`${kind} ${name}`, (named.get(`${kind} ${name}`) ?? 0) + 1)
  }
  const silentNames = reporting.missing.map((code) => {
    const place = hierarchy.place(code)
    const isNamesake = place !== null && (named.get(`${place.kind} ${place.name}`) ?? 0) > 1
    return {
      ...{ code, name: place?.name ?? code, town: hierarchy.townOf(code) },
      ...(isNamesake ? { isNamesake: true as const } : {}),
    }
  })
  return { ...reporting, silentNames }
}
