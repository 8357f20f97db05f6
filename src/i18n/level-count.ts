import type { Survey, SurveyLevel } from '#geo'
import { formatCount } from './format'
import { groundFigures } from './ground-figures'

/** How many there are of a level, and the key of their unit. */
export interface LevelCount {
  readonly text: string
  readonly unit: 'zones' | 'villages' | 'compounds'
}

/**
 * Zones of a level; of what lies in none the villages that no zone touches. Where every village is touched that is
 * nothing, though much of it lies in no zone: then the places of `coverage`, compounds where there are any.
 */
export function levelCount(level: SurveyLevel, survey: Survey): LevelCount {
  if (level.count !== null) return { text: formatCount(level.count), unit: 'zones' }
  if (level.villages || !level.places) return { text: formatCount(level.villages), unit: 'villages' }
  return {
    text: groundFigures(survey).levels.get(level.level)!.places,
    unit: survey.district.compounds > 0 ? 'compounds' : 'villages',
  }
}
