import { field, required, TO_ZONE } from '../fields'
import type { RecordOf } from '../kind'
import { readSteps, writeSteps } from './rows'
import { SPELLINGS } from './spellings'

export const TRANSITIONS = {
  list: 'transitions',
  file: 'transitions',
  geometry: false,
  identity: 'content',
  fields: [
    field('zone', 'text', ['分区', '分区编号'], required),
    field('transition', 'text', ['调整'], required),
    field('step', 'text', ['步骤'], required),
    field('at', 'moment', ['时间'], required),
    field('by', 'text', ['单位', '经办', '由']),
    field('decision', 'text', ['结论', '意见'], {
      values: {
        given: ['同意', '通过', '批准'],
        declined: ['不同意', '退回', '驳回', '否决', '未通过', '不通过', '不批准'],
      },
    }),
    field('takesEffectAt', 'moment', ['生效时间']),
    field('note', 'text', ['备注', '说明']),
  ],
  references: [TO_ZONE],
  spellings: SPELLINGS,
  rows: { read: readSteps, write: writeSteps },
} as const satisfies RecordOf<'transitions'>
