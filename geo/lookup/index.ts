export type { LookupAnswer, LookupCandidate } from './answer'
export type { LookupFrame } from './line'
export { type LookupQuestion, lookUp } from './lookup'
