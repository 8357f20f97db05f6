import { field, required } from '../fields'
import type { RecordOf } from '../kind'
import { readPlaces, writePlaces } from './rows'
import { SPELLINGS } from './spellings'

export const PLACES = {
  list: 'places',
  file: 'places',
  geometry: true,
  identity: ['code'],
  fields: [
    field('code', 'text', ['编码', '代码', '行政区划代码', '区划代码', 'id'], required),
    field('name', 'text', ['名称', '地名']),
    field('kind', 'text', ['类型', '级别', '类别'], {
      required: true,
      values: {
        district: ['区县', '区', '县', '县区'],
        town: ['镇', '街道', '乡', '乡镇', '镇街'],
        village: ['村', '社区', '村社区', '行政村'],
        grid: ['网格'],
        compound: ['小区', '自然村', '院落'],
        building: ['楼栋', '楼'],
        unit: ['单元'],
      },
    }),
    field('parent', 'text', ['上级', '上级编码', '上级代码', '所属', '父级']),
    field('people', 'count', ['人口', '人数', '常住人口']),
    field('households', 'count', ['户数', '户']),
    field('aliases', 'list', ['别名', '曾用名']),
    field('shape', 'shape'),
  ],
  references: [{ field: 'parent', to: 'place' }],
  called: /村界|镇界|区界|区划|边界|界线|小区|AOI|boundar/i,
  spellings: SPELLINGS,
  rows: { read: readPlaces, write: writePlaces },
} as const satisfies RecordOf<'places'>
