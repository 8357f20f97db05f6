import type { FieldSurvey } from '#geo'
import { startOfDay } from '#geo'
import type { StandingRows } from '../standing-rows'
import { known, momentText, type Writer } from '../written'

export const readSurveys = (rows: StandingRows, zone: string): readonly FieldSurvey[] =>
  rows.map((row) => {
    const [lng, lat] = [row.number('lng'), row.number('lat')]
    return {
      point: row.text('point'),
      place: row.text('place'),
      zone: row.text('zone'),
      position: lng === null || lat === null ? null : [lng, lat],
      on: { at: startOfDay(zone, row.required('day')), isDay: true },
      method: row.required('method'),
      inspected: row.number('inspected'),
      positive: row.number('positive'),
      value: row.number('value'),
      origin: row.origin,
    }
  })

export const writeSurveys: Writer<FieldSurvey> = (surveys, facts) =>
  surveys.map(({ position, on, origin, ...cells }) => ({
    cells: {
      ...cells,
      ...{
        day: momentText(facts, on)?.slice(0, 10) ?? null,
        lng: position?.[0] ?? null,
        lat: position?.[1] ?? null,
      },
      knownAt: known(facts, origin),
    },
  }))
