import type { Position, SurveyZone } from '#geo'
import { formatCount } from '../../i18n/format'
import { subjectUnit } from '../../i18n/subject-unit'
import type { LevelStyle } from '../../ui/tokens'
import type { MapFacts, MapViewState } from '../part'
import { stylesIn } from './zone-words'

/** A zone that lies somewhere: of one that nobody drew there is nothing to write on. */
export type PlacedZone = SurveyZone & { readonly centre: Position; readonly caseCentre: Position }

export const isPlaced = (zone: SurveyZone): zone is PlacedZone =>
  zone.centre !== null && zone.caseCentre !== null

/** Zones that get a callout: those that must become stricter, all of the strictest style, and the next one where a crossing is unguarded. */
export function calledOut(zone: SurveyZone, style: LevelStyle | undefined): boolean {
  return (
    zone.word === 'toRaise' || style === 'sealed' || (style === 'controlled' && (zone.unguarded ?? 0) > 0)
  )
}

/** The cases of a zone as its callout says them, where it has no second line; null where a disc does. */
export function casesSaid(zone: SurveyZone, facts: MapFacts, view: MapViewState): string | null {
  if (!facts.survey || zone.cases === 0 || view.band === 'street' || view.isPublic) return null
  if (view.callout?.(zone)[1] !== '' || !calledOut(zone, stylesIn(facts)[zone.level])) return null
  return `${formatCount(zone.cases)} ${subjectUnit(facts.survey.subject, zone.cases, view.locale)}`
}
