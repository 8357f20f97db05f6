import type { RecordWords } from '../words-of'

export default {
  name: '场所设施',
  brought: '场所',
  dated: '场所设施',
  awaited: null,
} satisfies RecordWords
