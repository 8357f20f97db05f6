import { field, TO_PLACE, TO_TOWN, TO_ZONE, town, unit } from '../fields'
import type { RecordOf } from '../kind'
import { readRounds, writeRounds } from './rows'
import { SPELLINGS } from './spellings'

export const ROUNDS = {
  list: 'rounds',
  file: 'rounds',
  geometry: false,
  identity: ['zone', 'place', 'round'],
  identityWithin: 'town',
  oneOf: [['zone', 'place']],
  fields: [
    field('zone', 'text', ['分区']),
    town,
    unit,
    field('place', 'text', ['辖区', '地点', '村', '小区']),
    field('round', 'text', ['轮次']),
    field('scope', 'text', ['范围']),
    field('method', 'text', ['方式'], {
      values: {
        single: ['单管', '单采'],
        household: ['一户一管'],
        pool10: ['10混1', '10合1'],
        pool20: ['20混1', '20合1'],
      },
    }),
    field('startedAt', 'moment', ['开始时间', '开始']),
    field('finishedAt', 'moment', ['完成时间', '结束时间', '结束']),
    field('listed', 'count', ['应采', '应检', '在册', '应检人数', '应采人数', '应检数', '应采数']),
    field('excused', 'count', ['扣减', '免检']),
    field('sampled', 'count', ['已采', '已采样', '已采人数', '已采样人数', '实采']),
    field('sent', 'count', ['已送检']),
    field('resulted', 'count', ['已出结果', '已检测']),
    field('positiveTubes', 'count', ['阳性管数', '混阳管']),
    field('positivePeople', 'count', ['阳性人数', '阳性']),
    field('result', 'text', ['结果'], {
      values: { negative: ['阴性', '全阴'], positive: ['阳性'], pending: ['待出', '未出'] },
    }),
  ],
  references: [TO_PLACE, TO_TOWN, TO_ZONE],
  dayOfTitle: { field: 'startedAt', hasHour: false },
  called: /核酸|采样(?!点)|筛查轮|轮次|\brounds?\b/i,
  telling: ['round', 'method', 'listed', 'sampled', 'sent', 'resulted', 'positiveTubes', 'positivePeople'],
  spellings: SPELLINGS,
  rows: { read: readRounds, write: writeRounds },
} as const satisfies RecordOf<'rounds'>
