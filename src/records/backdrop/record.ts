import { field } from '../fields'
import type { RecordOf } from '../kind'
import { readBackdrop, writeBackdrop } from './rows'

export const BACKDROP = {
  list: 'backdrop',
  file: 'backdrop',
  geometry: true,
  identity: 'content',
  fields: [
    field('kind', 'text', ['类型'], {
      required: true,
      values: {
        water: ['水面', '湖'],
        river: ['河流'],
        green: ['绿地'],
        urban: ['建成区'],
        rail: ['铁路'],
        relief: ['地形'],
      },
    }),
    field('name', 'text', ['名称']),
    field('widthM', 'number', ['宽度']),
    field('shape', 'shape'),
    field('line', 'line'),
  ],
  references: [],
  onlyGround: true,
  rows: { read: readBackdrop, write: writeBackdrop },
} as const satisfies RecordOf<'backdrop'>
