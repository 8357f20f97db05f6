import type { RecordWords } from '../words-of'

export default {
  name: '填报事项',
  brought: '事实',
  dated: '填报事项',
  awaited: '情况填报',
} satisfies RecordWords
