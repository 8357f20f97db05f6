import { TO_PLACE, TO_TOWN } from '../fields'
import type { RecordOf } from '../kind'
import { FIELDS } from './fields'
import { readReports, writeReports } from './rows'
import { SPELLINGS } from './spellings'

export const REPORTS = {
  list: 'reports',
  file: 'reports',
  geometry: false,
  identity: ['place', 'day', 'filedAt'],
  identityWithin: 'town',
  fields: FIELDS,
  references: [TO_PLACE, TO_TOWN],
  dayOfTitle: { field: 'day', hasHour: false },
  called: /日报|零报告/,
  spellings: SPELLINGS,
  rows: { read: readReports, write: writeReports },
} as const satisfies RecordOf<'reports'>
