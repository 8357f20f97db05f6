import { field, paper, required, town, unit } from '../fields'
import type { Kind } from '../kind'

export const FACTS: Kind = {
  list: 'facts',
  file: 'facts',
  geometry: false,
  oneOf: [['zone', 'place']],
  fields: [
    field('zone', 'text', ['分区']),
    town,
    unit,
    field('place', 'text', ['辖区', '地点']),
    field('at', 'moment', ['时间']),
    field('fact', 'text', ['事项'], required),
    field('value', 'text', ['值', '内容'], required),
    paper,
  ],
}
