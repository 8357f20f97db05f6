import type { Round } from '#geo'
import { roundNumber } from '#geo'
import { due, type StandingRows } from '../standing-rows'
import { plainly } from '../written'

/** A round without a number of its own is called by its day: of another day it is another. */
export const readRounds = (rows: StandingRows): readonly Round[] =>
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

export const writeRounds = plainly
