import type { AssessAnswer, FrozenView, Survey } from '../../answers'

/** What must be told of the log and the edition that no answer says. */
export interface ViewFrame {
  /** hash of the log as it was looked at */
  readonly head: string | null
  readonly policy: FrozenView['policy']
}

/**
 * What a person sees of one transition of one zone, as values: the decision's whole ground. Null where the zone is not
 * in force or the transition is not open to it. Areas are m² on the ellipsoid, times as the answers print them.
 */
export function frozenView(
  answers: { readonly assess: AssessAnswer; readonly survey: Survey },
  { zone, transition }: { readonly zone: string; readonly transition: string },
  { head, policy }: ViewFrame,
): FrozenView | null {
  const { assess, survey } = answers
  const answer = assess.zones.find(({ id }) => id === zone)
  const row = survey.zones.find(({ id }) => id === zone)
  const change = answer?.transitions.find(({ id }) => id === transition)
  if (!answer || !row || !change) return null
  const { id, kind, to, into, state, eligibleAt, nationalAt } = change
  return {
    asOf: assess.asOf,
    known: assess.known,
    head,
    policy,
    zone: {
      id: answer.id,
      name: answer.name,
      level: answer.level,
      since: answer.since,
      designatedAt: answer.designatedAt,
    },
    transition: { id, kind, to, into, state, eligibleAt, nationalAt },
    conditions: change.conditions,
    findings: change.findings,
    figures: {
      areaM2: row.outline.length > 0 ? row.areaM2 : null,
      people: row.people,
      peopleKnown: row.peopleKnown,
      households: row.households,
      places: row.places,
      buildings: row.buildings,
      cases: survey.cases ? row.cases : null,
      lastCaseOn: row.lastCaseOn,
      guarded: row.guarded,
      unguarded: row.unguarded,
      closed: row.closed,
    },
  }
}
