import { field, paper, required, TO_PLACE, unit } from '../fields'
import type { RecordOf } from '../kind'
import { readMetrics, writeMetrics } from './rows'
import { SPELLINGS } from './spellings'

export const METRICS = {
  list: 'metrics',
  file: 'metrics',
  geometry: false,
  identity: ['place', 'at', 'metric'],
  fields: [
    field('place', 'text', ['辖区', '地点'], required),
    field('at', 'moment', ['时间'], required),
    field('metric', 'text', ['指标'], required),
    field('value', 'number', ['值', '数值']),
    unit,
    paper,
  ],
  references: [TO_PLACE],
  dayOfTitle: { field: 'at', hasHour: true },
  spellings: SPELLINGS,
  rows: { read: readMetrics, write: writeMetrics },
} as const satisfies RecordOf<'metrics'>
