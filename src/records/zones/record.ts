import { field, required } from '../fields'
import type { RecordOf } from '../kind'
import { readZones, writeZones } from './rows'
import { SPELLINGS } from './spellings'

export const ZONES = {
  list: 'zones',
  file: 'zones',
  geometry: true,
  identity: ['id', 'from'],
  fields: [
    field('id', 'text', ['编号', '分区编号', '编码'], required),
    field('name', 'text', ['名称', '分区名称']),
    field('level', 'text', ['级别', '分区级别', '类型'], required),
    field('from', 'moment', ['起', '划定时间', '开始时间'], required),
    field('to', 'moment', ['止', '结束时间', '解除时间']),
    field('policy', 'text', ['规则', '规则版本']),
    field('members', 'list', ['成员', '范围', '包含']),
    field('parent', 'text', ['外围分区', '所属分区']),
    field('arrivedFrom', 'text', ['原级别']),
    field('heirOf', 'list', ['承接分区']),
    field('shape', 'shape'),
  ],
  references: [
    { field: 'members', to: 'place', many: true },
    { field: 'parent', to: 'zone' },
  ],
  called: /封控|管控|防范|风险区|分区|\bzones?\b/i,
  spellings: SPELLINGS,
  rows: { read: readZones, write: writeZones },
} as const satisfies RecordOf<'zones'>
