import type { RecordWords } from '../words-of'

export default {
  name: '指标数值',
  brought: '指标数值',
  dated: '指标数值',
  awaited: '指标',
} satisfies RecordWords
