import type { Survey, SurveyLevel, SurveyZone } from '#geo'
import { formatFixed, UNKNOWN } from './format'
import { rounded } from './measures'
import { sharedOut } from './shared-out'

/** Ground and people as every screen, sheet and command prints them. */
export interface GroundFigures {
  /** km², two decimals; “—” of ground that no file draws, at least (≥) what is drawn where not all is, at most (≤) where another's lies in it */
  readonly area: string
  /** a lower bound begins with ≥, an upper one with ≤; “—” where neither bound is known */
  readonly people: string
  readonly households: string
  /** compounds, or villages that have none; “—” where no list tells any */
  readonly places: string
  /** the rounded number behind `people`; null where it is not known */
  readonly peopleCount: number | null
}

interface Measured {
  readonly areaM2: number
  readonly isPartlyDrawn?: true
  readonly holdsUndrawn?: true
  readonly holdsUntold?: true
  readonly holdsUntoldHouseholds?: true
  readonly holdsUnlisted?: true
  readonly people: number | null
  readonly peopleKnown?: number
  readonly peopleStated?: true
  readonly households?: number | null
  readonly householdsKnown?: number
  readonly householdsStated?: true
  readonly places?: number | null
  readonly isPartlyListed?: true
}

/** Of the district, and of a level or zone by its id. */
export interface PrintedGround {
  readonly district: GroundFigures
  readonly levels: ReadonlyMap<string, GroundFigures>
  readonly zones: ReadonlyMap<string, GroundFigures>
}

const printed = new WeakMap<Survey, PrintedGround>()

/**
 * Figures that add up as printed: the district is rounded, its levels share that out, the zones of a level share out
 * theirs. So a zone's area is the same in a list, an inspector and a notice, and each column gives its total.
 */
export function groundFigures(survey: Survey): PrintedGround {
  let found = printed.get(survey)
  if (!found) printed.set(survey, (found = printGround(survey)))
  return found
}

/** Of one zone; of one that is not the survey's own, e.g. a picture seen earlier, its own figures rounded alone. */
export function zoneGround(survey: Survey, zone: SurveyZone): GroundFigures {
  const own = survey.zones.includes(zone) ? groundFigures(survey).zones.get(zone.id) : undefined
  return own ?? figuresOf(zone, isDrawn(zone) ? areaOf(zone) : null, zone.people)
}

function printGround({ district, levels, zones }: Survey): PrintedGround {
  const hasGround = district.areaM2 > 0
  // of a district that nobody drew only what lies in drawn zones is known
  const whole = rounded(
    hasGround ? areaOf(district) : levels.reduce((sum, level) => sum + areaOf(level), 0),
    2,
  )
  const areas = sharedOut(whole, levels.map(areaOf), 2)
  const people = sharedOut(
    Math.round(district.people ?? 0),
    levels.map((level) => (district.people === null ? null : level.people)),
    0,
  )
  const ofLevels = new Map<string, GroundFigures>()
  const ofZones = new Map<string, GroundFigures>()
  levels.forEach((level, at) => {
    const own = zones.filter((zone) => zone.level === level.level)
    const isKnown = own.length === 0 ? hasGround : own.some(isDrawn)
    ofLevels.set(level.level, figuresOf(level, isKnown ? areas[at]! : null, people[at]!))
    const zoneAreas = sharedOut(
      areas[at]!,
      own.map((zone) => (isDrawn(zone) ? areaOf(zone) : null)),
      2,
    )
    const zonePeople = peopleOf(own, people[at]!)
    own.forEach((zone, i) =>
      ofZones.set(zone.id, figuresOf(zone, isDrawn(zone) ? zoneAreas[i]! : null, zonePeople[i]!)),
    )
  })
  return {
    district: figuresOf(district, hasGround ? whole : null, district.people),
    levels: ofLevels,
    zones: ofZones,
  }
}

/** Members and shape of a zone may both be without ground. */
const isDrawn = ({ outline }: SurveyZone): boolean => outline.length > 0

const areaOf = ({ areaM2 }: Pick<SurveyLevel, 'areaM2'>): number => areaM2 / 1e6

/** Where people of a zone are not known the level's are a sum of the known ones all the same. */
const peopleOf = (zones: readonly SurveyZone[], whole: number | null): (number | null)[] =>
  whole === null
    ? zones.map(() => null)
    : sharedOut(
        whole,
        zones.map(({ people }) => people),
        0,
      )

function figuresOf(measured: Measured, area: number | null, count: number | null): GroundFigures {
  const { people, households = null, places = null } = measured
  const { people: peopleKnown, households: householdsKnown } = knownShares(measured)
  return {
    area: areaText(area, measured),
    people: people === null ? UNKNOWN : boundText(count, peopleKnown, measured.holdsUntold),
    households: boundText(households, householdsKnown, measured.holdsUntoldHouseholds),
    places: boundText(places, measured.isPartlyListed ? 0 : 1, measured.holdsUnlisted),
    peopleCount: people === null || (peopleKnown < 1 && measured.holdsUntold) ? null : count,
  }
}

/** Share of places whose figure is known; 1 where it is stated as a whole: then nothing lacks, whoever does not say his own. */
export function knownShares({
  peopleKnown = 1,
  peopleStated,
  householdsKnown = 1,
  householdsStated,
}: Pick<Measured, 'peopleKnown' | 'peopleStated' | 'householdsKnown' | 'householdsStated'>): {
  readonly people: number
  readonly households: number
} {
  return { people: peopleStated ? 1 : peopleKnown, households: householdsStated ? 1 : householdsKnown }
}

/** km², two decimals: `1.13`; `≥1.13` where nobody drew all of it, `≤1.13` where ground of others that nobody drew lies in it. */
export function areaText(
  km2: number | null,
  { isPartlyDrawn, holdsUndrawn }: Pick<Measured, 'isPartlyDrawn' | 'holdsUndrawn'>,
): string {
  return bounded(formatFixed(km2, 2), isPartlyDrawn, holdsUndrawn)
}

/**
 * `33,902`; `≥33,902` where that of some of its places is not known: `known` is the share of those where it is; `≤33,902`
 * where some of it may be another's.
 */
export function boundText(count: number | null, known: number, isMost?: boolean): string {
  return bounded(formatFixed(count, 0), known < 1, isMost)
}

/** A figure that may be too small and too large is none. */
function bounded(text: string, isLeast?: boolean, isMost?: boolean): string {
  if (text === UNKNOWN || (isLeast && isMost)) return UNKNOWN
  return `${isLeast ? '≥' : isMost ? '≤' : ''}${text}`
}
