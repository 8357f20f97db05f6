import type { RecordWords } from '../words-of'

export default {
  name: '辖区单元',
  brought: '辖区',
  dated: null,
  awaited: null,
} satisfies RecordWords
