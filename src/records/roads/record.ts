import { field } from '../fields'
import type { RecordOf } from '../kind'
import { readRoads, writeRoads } from './rows'

export const ROADS = {
  list: 'roads',
  file: 'roads',
  geometry: true,
  identity: ['line'],
  fields: [
    field('name', 'text', ['名称', '道路名称', '路名']),
    field('class', 'text', ['等级', '道路等级', '类型', 'highway', 'fclass']),
    field('closed', 'flag', ['封闭', '是否封闭']),
    field('bridge', 'text', ['桥', '桥梁']),
    field('tunnel', 'text', ['隧道']),
    field('layer', 'number', ['层级', '道路层']),
    field('access', 'text', ['通行', '准入']),
    field('oneway', 'text', ['单行', '单向']),
    field('line', 'line'),
  ],
  references: [],
  onlyGround: true,
  called: /道路|路网|公路|\broads?\b/i,
  rows: { read: readRoads, write: writeRoads },
} as const satisfies RecordOf<'roads'>
