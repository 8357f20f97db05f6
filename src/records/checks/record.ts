import { field, required } from '../fields'
import type { RecordOf } from '../kind'
import { readChecks, writeChecks } from './rows'
import { SPELLINGS } from './spellings'

export const CHECKS = {
  list: 'checks',
  file: 'checks',
  geometry: false,
  identity: ['checkpoint', 'at'],
  fields: [
    field('checkpoint', 'text', ['卡点'], required),
    field('at', 'moment', ['时间'], required),
    field('by', 'text', ['检查人', '单位']),
    field('present', 'text', ['在岗']),
    field('missing', 'text', ['缺岗']),
    field('note', 'text', ['备注']),
  ],
  references: [{ field: 'checkpoint', to: 'facility' }],
  dayOfTitle: { field: 'at', hasHour: true },
  spellings: SPELLINGS,
  rows: { read: readChecks, write: writeChecks },
} as const satisfies RecordOf<'checks'>
