import { field, paper, required, unit } from '../fields'
import type { Kind } from '../kind'

export const METRICS: Kind = {
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
}
