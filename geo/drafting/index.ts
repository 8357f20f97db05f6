export type { LineOwner } from './border-lines'
export {
  type CutAnswer,
  type CutRefusal,
  mergedShape,
  parted,
  remainderOf,
  ringRound,
  roundLine,
  roundPositions,
  splitShape,
  trimmedTo,
  widened,
  withHole,
} from './cut'
export {
  type DraftFigures,
  type DraftGround,
  type DraftOverlap,
  shapeOfDraft,
} from './draft'
export {
  insertVertex,
  moveVertex,
  nearestVertex,
  removeVertex,
  type SharedVertices,
  shifted,
  type VertexSpot,
} from './edit'
export { type DraftFault, type DraftFaultCode, draftFaults, type FaultQuestion } from './faults'
export { Gauge, type GaugeOptions } from './gauge'
export { along, bearingOf, nudge, rightAngle } from './measured-input'
export {
  type DividedMembers,
  dividedMembers,
  holdsMember,
  lassoed,
  type MembersGround,
  memberAt,
  membersWithin,
  mergedMembers,
  toggleMember,
} from './members'
export type { OutsidePart } from './outside'
export { repairOf } from './repairs'
export { SnapIndex, type SnapOptions } from './snap'
export type { LineSpot, SnapKind, Snapped } from './snapped'
