import type {
  Check,
  FieldSurvey,
  Metric,
  Moment,
  Occupancy,
  Passage,
  Report,
  Round,
  StatedFact,
  TransitionStep,
  UnreadRow,
  ZoneStay,
} from '#geo'
import { roundNumber, startOfDay } from '#geo'
import { itemsOfReport } from '../../records/reports/reported'
import type { RowReader } from './row-reader'

const NO_TIME: Moment = Object.freeze({ at: Number.NaN, isDay: false })
const due = (row: RowReader, name: string): Moment => row.moment(name) ?? NO_TIME

export const readZones = (rows: RowReader): readonly ZoneStay[] =>
  rows.map((row) => ({
    id: row.required('id'),
    name: row.text('name') ?? row.required('id'),
    level: row.required('level'),
    from: due(row, 'from'),
    to: row.moment('to'),
    policy: row.text('policy'),
    members: row.list('members'),
    parent: row.text('parent'),
    arrivedFrom: row.text('arrivedFrom'),
    drawn: row.shape('shape'),
    heirOf: row.list('heirOf'),
    origin: row.origin,
  }))

/** Steps that were decided. */
export const readSteps = (rows: RowReader): readonly TransitionStep[] =>
  rows
    .map((row) => ({
      zone: row.required('zone'),
      transition: row.required('transition'),
      step: row.required('step'),
      at: due(row, 'at'),
      by: row.text('by'),
      decision: row.text('decision') as TransitionStep['decision'] | null,
      takesEffectAt: row.moment('takesEffectAt'),
      note: row.text('note'),
      origin: row.origin,
    }))
    .filter((step): step is TransitionStep => step.decision !== null)

/**
 * Steps of which the row does not say how they were decided: any of them may have been declined. One that came again
 * under its file and number with a decision is decided.
 */
export function readUndecided(rows: RowReader): readonly UnreadRow[] {
  const read = rows.map((row) => {
    const [zone, transition] = [row.required('zone'), row.required('transition')]
    const { file, row: number, knownAt } = row.origin
    const at = due(row, 'at')
    const step = row.required('step')
    const isDecided = row.text('decision') !== null
    const deed = JSON.stringify([file, number, zone, transition, step, at])
    return { file, row: number, knownAt, zone, transition, step, at, isDecided, deed }
  })
  const decided = new Set(read.filter(({ isDecided }) => isDecided).map(({ deed }) => deed))
  return read
    .filter(({ deed }) => !decided.has(deed))
    .map(({ isDecided: _, deed: __, ...one }) => ({
      ...({ list: 'transitions', why: 'no-decision', isTaken: true } as const),
      ...one,
    }))
}

/** A round without a number of its own is called by its day: of another day it is another. */
export const readRounds = (rows: RowReader): readonly Round[] =>
  rows.map((row) => ({
    zone: row.text('zone'),
    place: row.text('place'),
    ...row.around(),
    round: roundNumber(row.text('round') ?? row.dayOf('startedAt') ?? row.dayOf('finishedAt') ?? ''),
    scope: row.text('scope'),
    method: row.text('method'),
    startedAt: due(row, 'startedAt'),
    finishedAt: row.moment('finishedAt'),
    listed: row.number('listed'),
    excused: row.number('excused'),
    sampled: row.number('sampled'),
    sent: row.number('sent'),
    resulted: row.number('resulted'),
    positiveTubes: row.number('positiveTubes'),
    positivePeople: row.number('positivePeople'),
    result: row.text('result') as Round['result'],
    origin: row.origin,
  }))

export const readStatedFacts = (rows: RowReader): readonly StatedFact[] =>
  rows.map((row) => {
    const paper = row.text('paper')
    return {
      ...{ zone: row.text('zone'), place: row.text('place'), ...row.around(), at: due(row, 'at') },
      ...{ fact: row.required('fact'), value: row.required('value'), ...(paper === null ? {} : { paper }) },
      origin: row.origin,
    }
  })

export const readReports = (rows: RowReader): readonly Report[] =>
  rows.map((row) => ({
    place: row.required('place'),
    ...row.around(),
    day: row.required('day'),
    filedAt: row.moment('filedAt'),
    items: itemsOfReport(row.names(), (name) => row.text(name)),
    origin: row.origin,
  }))

export const readOccupancy = (rows: RowReader): readonly Occupancy[] =>
  rows.map((row) => ({
    site: row.required('site'),
    at: due(row, 'at'),
    rooms: row.number('rooms'),
    occupied: row.number('occupied'),
    closed: row.number('closed'),
    origin: row.origin,
  }))

export const readChecks = (rows: RowReader): readonly Check[] =>
  rows.map((row) => ({
    checkpoint: row.required('checkpoint'),
    at: due(row, 'at'),
    by: row.text('by'),
    present: row.text('present'),
    missing: row.text('missing'),
    note: row.text('note'),
    origin: row.origin,
  }))

export const readPassages = (rows: RowReader): readonly Passage[] =>
  rows.map((row) => ({
    checkpoint: row.required('checkpoint'),
    day: row.required('day'),
    direction: row.text('direction'),
    group: row.text('group'),
    vehicles: row.number('vehicles'),
    persons: row.number('persons'),
    fever: row.number('fever'),
    refused: row.number('refused'),
    origin: row.origin,
  }))

export const readMetrics = (rows: RowReader): readonly Metric[] =>
  rows.map((row) => ({
    place: row.required('place'),
    at: due(row, 'at'),
    metric: row.required('metric'),
    value: row.number('value'),
    origin: row.origin,
  }))

export const readSurveys = (rows: RowReader, zone: string): readonly FieldSurvey[] =>
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
