import { field, TO_PLACE, TO_TOWN, TO_ZONE, town, unit } from '../fields'
import type { RecordOf } from '../kind'
import { PERSON_FIELDS } from '../person-fields'
import { readContacts } from './rows'
import { SPELLINGS } from './spellings'

export const CONTACTS = {
  list: 'contacts',
  file: 'contacts',
  geometry: false,
  identity: ['id', 'case'],
  filledLater: 'case',
  anyColumn: ['id', 'case', 'place', 'town', 'zone', 'exposedAt', 'transferredAt', 'releasedAt'],
  fields: [
    field('id', 'text', ['密接编号', '编号']),
    field('case', 'text', ['关联病例', '病例']),
    field('kind', 'text', ['类型', '密接类型'], {
      values: {
        close: ['密接', '密切接触者'],
        secondary: ['次密接', '次密'],
        casual: ['一般接触'],
        coPresent: ['时空伴随'],
        handedOver: ['外推'],
      },
    }),
    town,
    unit,
    field('place', 'text', ['现住址', '地点', '住址', '所属']),
    field('zone', 'text', ['分区']),
    field('exposedAt', 'moment', ['暴露时间', '末次暴露', '接触时间', '末次接触时间']),
    field('transferredAt', 'moment', ['转运时间', '转移时间']),
    field('site', 'text', ['隔离点']),
    field('releasedAt', 'moment', ['解除时间']),
    field('result', 'text', ['核酸结果', '结果'], {
      values: { negative: ['阴性'], positive: ['阳性'], pending: ['待检', '未出'] },
    }),
    ...PERSON_FIELDS,
  ],
  references: [TO_PLACE, TO_TOWN, TO_ZONE, { field: 'site', to: 'facility' }],
  ofPersons: true,
  called: /密接|密切接触|次密|\bcontacts?\b/i,
  telling: ['case', 'kind', 'exposedAt', 'transferredAt', 'releasedAt'],
  spellings: SPELLINGS,
  rows: { readTable: readContacts },
} as const satisfies RecordOf<'contacts'>
