import { field, required } from '../fields'
import type { RecordOf } from '../kind'
import { readPassages, writePassages } from './rows'
import { SPELLINGS } from './spellings'

export const PASSAGES = {
  list: 'passages',
  file: 'checkpoint-log',
  geometry: false,
  identity: ['checkpoint', 'day', 'direction', 'group'],
  identityGained: true,
  fields: [
    field('checkpoint', 'text', ['卡点'], required),
    field('day', 'day', ['日期'], required),
    field('direction', 'text', ['方向'], { values: { in: ['进'], out: ['出'] } }),
    field('group', 'text', ['类别'], {
      values: {
        supply: ['保供'],
        medical: ['医护'],
        staff: ['工作人员'],
        transfer: ['转运'],
        resident: ['居民'],
      },
    }),
    field('vehicles', 'count', ['车辆', '辆次']),
    field('persons', 'count', ['人员', '人次']),
    field('fever', 'count', ['发热']),
    field('refused', 'count', ['劝返']),
  ],
  references: [{ field: 'checkpoint', to: 'facility' }],
  dayOfTitle: { field: 'day', hasHour: false },
  spellings: SPELLINGS,
  rows: { read: readPassages, write: writePassages },
} as const satisfies RecordOf<'passages'>
