import { field, required, town } from '../fields'

export const FIELDS = [
  town,
  field('place', 'text', ['村', '社区', '辖区', '单位'], required),
  field('day', 'day', ['日期'], required),
  field('filedAt', 'moment', ['报送时间', '上报时间']),
] as const
