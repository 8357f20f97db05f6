import { field, required, town } from '../fields'
import type { Kind } from '../kind'

export const REPORTS: Kind = {
  list: 'reports',
  file: 'reports',
  geometry: false,
  identity: ['place', 'day', 'filedAt'],
  identityWithin: 'town',
  fields: [
    town,
    field('place', 'text', ['村', '社区', '辖区', '单位'], required),
    field('day', 'day', ['日期'], required),
    field('filedAt', 'moment', ['报送时间', '上报时间']),
  ],
}
