export { type ProposeQuestion, propose } from './propose'
export type {
  Because,
  Exposure,
  LeftAlone,
  ProposedZone,
  Scheme,
  SchemeNote,
  SchemeNoteCode,
} from './scheme'
