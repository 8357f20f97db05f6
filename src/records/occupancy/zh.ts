import type { RecordWords } from '../words-of'

export default {
  name: '隔离点房态',
  brought: '房间',
  dated: '隔离点房态',
  awaited: null,
} satisfies RecordWords
