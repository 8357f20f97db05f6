import { field, required } from '../fields'
import type { Kind } from '../kind'

export const OCCUPANCY: Kind = {
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
}
