import { field, required } from '../fields'
import type { RecordOf } from '../kind'
import { readOccupancy, writeOccupancy } from './rows'
import { SPELLINGS } from './spellings'

export const OCCUPANCY = {
  list: 'occupancy',
  file: 'occupancy',
  geometry: false,
  identity: ['site', 'at'],
  fields: [
    field('site', 'text', ['隔离点'], required),
    field('at', 'moment', ['时间'], required),
    field('rooms', 'count', ['房间数', '房间']),
    field('occupied', 'count', ['已用', '已用房间', '在用']),
    field('closed', 'count', ['停用']),
  ],
  references: [{ field: 'site', to: 'facility' }],
  dayOfTitle: { field: 'at', hasHour: true },
  spellings: SPELLINGS,
  rows: { read: readOccupancy, write: writeOccupancy },
} as const satisfies RecordOf<'occupancy'>
