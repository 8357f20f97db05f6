import type { AssessAnswer, Survey, SurveyZone, TransitionAnswer, When } from '../answers'
import { isUnknown } from '../survey/lowering'

/** How a zone stands and what comes next, in one of two pictures. */
export interface ZoneOutlook {
  readonly level: string
  readonly word: SurveyZone['word']
  /** when it next goes down: forecast, or as its row says; null where that hangs on people */
  readonly date: When | null
  readonly daysLeft: number | null
  readonly ifDone: SurveyZone['ifDone']
  readonly held: SurveyZone['held']
  readonly raises?: SurveyZone['raises']
  /** what of its lowering is unknown */
  readonly missing: readonly Pick<SurveyZone['missing'][number], 'state' | 'reason'>[]
  /** the next change of level that is foreseen, down or up */
  readonly next: { readonly level: string; readonly from: When } | null
  readonly cases: number
  readonly unguarded: number | null
  /** raises, splits and extensions that a person would now have to make */
  readonly calls: readonly {
    readonly transition: string
    readonly kind: TransitionAnswer['kind']
    readonly to: string
  }[]
}

/** A survey with the assessment it was made from. */
export interface Pictured {
  readonly survey: Survey
  readonly assess: AssessAnswer
}

/** One zone of which something differs between two pictures of the same instant; null where it is not in one. */
export interface ZoneChange {
  readonly id: string
  readonly code: SurveyZone['code']
  readonly name: string
  readonly before: ZoneOutlook | null
  readonly after: ZoneOutlook | null
}

const CALLS = new Set<TransitionAnswer['kind']>(['upgrade', 'extend', 'split'])

function outlookOf(
  { level, word, date, daysLeft, ifDone, held, raises, missing, forecast, cases, unguarded, id }: SurveyZone,
  assess: AssessAnswer,
): ZoneOutlook {
  const transitions = assess.zones.find((zone) => zone.id === id)?.transitions ?? []
  return {
    ...{ level, word, date, daysLeft, cases, unguarded },
    ...{ ifDone: ifDone ?? null, held: held ?? null, raises: raises ?? [] },
    missing: missing.filter(isUnknown).map(({ state, reason }) => ({ state, reason })),
    next: forecast[0] ?? null,
    calls: transitions
      .filter(({ kind, state }) => CALLS.has(kind) && state === 'due')
      .map(({ id: transition, kind, to }) => ({ transition, kind, to })),
  }
}

/** The zones that differ between two pictures of the same instant, in the order of their ids. */
export function zoneChanges(before: Pictured, after: Pictured): readonly ZoneChange[] {
  const [old, now] = [before, after].map(({ survey }) => new Map(survey.zones.map((zone) => [zone.id, zone])))
  const ids = [...new Set([...old!.keys(), ...now!.keys()])].sort()
  return ids.flatMap((id): ZoneChange[] => {
    const [was, is] = [old!.get(id), now!.get(id)]
    const change = {
      id,
      code: (is ?? was)!.code,
      name: (is ?? was)!.name,
      before: was ? outlookOf(was, before.assess) : null,
      after: is ? outlookOf(is, after.assess) : null,
    }
    return JSON.stringify(change.before) === JSON.stringify(change.after) ? [] : [change]
  })
}
