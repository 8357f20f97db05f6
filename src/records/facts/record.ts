import { field, paper, required, TO_PLACE, TO_TOWN, TO_ZONE, town, unit } from '../fields'
import type { RecordOf } from '../kind'
import { readStatedFacts, writeStatedFacts } from './rows'
import { SPELLINGS } from './spellings'

export const FACTS = {
  list: 'facts',
  file: 'facts',
  geometry: false,
  identity: 'content',
  oneOf: [['zone', 'place']],
  fields: [
    field('zone', 'text', ['分区']),
    town,
    unit,
    field('place', 'text', ['辖区', '地点']),
    field('at', 'moment', ['时间']),
    field('fact', 'text', ['事项'], required),
    field('value', 'text', ['值', '内容'], required),
    paper,
  ],
  references: [TO_PLACE, TO_TOWN, TO_ZONE],
  dayOfTitle: { field: 'at', hasHour: true },
  spellings: SPELLINGS,
  rows: { read: readStatedFacts, write: writeStatedFacts },
} as const satisfies RecordOf<'facts'>
