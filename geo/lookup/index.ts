export type { LookupFrame } from './line'
export { type LookupAnswer, type LookupCandidate, type LookupQuestion, lookUp } from './lookup'
