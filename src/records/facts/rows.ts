import type { StatedFact } from '#geo'
import { due, type StandingRows } from '../standing-rows'
import { plainly } from '../written'

export const readStatedFacts = (rows: StandingRows): readonly StatedFact[] =>
  rows.map((row) => {
    const paper = row.text('paper')
    return {
      ...{ zone: row.text('zone'), place: row.text('place'), ...row.around(), at: due(row, 'at') },
      ...{ fact: row.required('fact'), value: row.required('value'), ...(paper === null ? {} : { paper }) },
      origin: row.origin,
    }
  })

export const writeStatedFacts = plainly
