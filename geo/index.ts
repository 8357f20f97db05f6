export type * from './answers'
export { type ClusterQuestion, clusters } from './clusters/clusters'
export { curveOf } from './clusters/curve'
export { type Located, linkCases, type Reach } from './clusters/link'
export { type CoverageQuestion, coverage, districtOutline } from './coverage/coverage'
export { findingsOf } from './coverage/findings'
export { type Levels, levelsOf, NORMAL } from './coverage/levels'
export {
  type DistinctCrossing,
  type DistrictOutline,
  type Perimeter,
  type PerimeterCount,
  perimeter,
  roadCrossings,
  type ZoneOutline,
} from './coverage/perimeter'
export { COUNTED_POSTS, type PostOptions, postState } from './coverage/post'
export { type Frame, gcj02, type LonLat, wgs84 } from './crs/frame'
export { flatFromGcj02, flatToGcj02, fromGcj02, toGcj02 } from './crs/gcj02'
export { isOnMainland } from './crs/mainland'
export * from './drafting'
export { type Edition, editionsOf } from './editions/editions'
export type * from './facts'
export { areaM2 } from './geometry/area'
export { boundsMeet, boundsOf, boundsOfLine, joinBounds } from './geometry/bounds'
export { buffer, circle } from './geometry/buffer'
export { centroid } from './geometry/centroid'
export { type BorderRule, contains, type Side, sideOf } from './geometry/contains'
export { type Crossing, type CrossingOfMany, crossings, crossingsOfMany } from './geometry/crossings'
export { dissolve, joinExactly } from './geometry/dissolve'
export { distanceM, lengthM, nearDistanceM } from './geometry/distance'
export {
  flatOf,
  geometryOf,
  lineStringOf,
  type PolygonalGeometry,
  pointOf,
  positionsOf,
  shapeOfGeometry,
  shapeOfMultiPolygon,
  shapeOfPolygon,
} from './geometry/geojson'
export { OutlineIndex } from './geometry/outline-index'
export { difference, intersection, overlapAreaM2, union } from './geometry/overlay'
export { metresPerDegree } from './geometry/plane'
export { type Fault, type FaultCode, faultsOf, repaired } from './geometry/repair'
export { representativePoint } from './geometry/representative-point'
export { isTangled } from './geometry/self-crossings'
export type * from './geometry/shape'
export { SpatialIndex } from './geometry/spatial-index'
export * from './lookup'
export { type Hierarchy, hierarchyOf } from './places/hierarchy'
export { type SiblingOverlaps, type SiblingsOverlap, siblingOverlaps } from './places/overlaps'
export { type PeopleNote, type Residents, residentsOf } from './places/people'
export type { PlaceNote } from './places/tree'
export { answersSupposing, type SupposedAnswers } from './suppose/answers'
export { type ZoneChange, type ZoneOutlook, zoneChanges } from './suppose/changes'
export { type Hypothesis, SUPPOSED } from './suppose/hypothesis'
export { type Supposition, suppose } from './suppose/suppose'
export { type Answers, type AnswersQuestion, answersOf, assessWithFindings } from './survey/answers'
export { settlesItself } from './survey/lowering'
export { type SurveyQuestion, survey } from './survey/survey'
export * from './time/calendar'
export { isSeen, isSeenMoment } from './time/seen'
export { type AssessOptions, assess, policiesOf, policyDocuments } from './zones/assess'
export { type Attribution, attribute, OF_ENDED_ZONE, UNATTRIBUTED } from './zones/attribution'
export type { BoundaryAlong, BoundarySide, BoundaryStretch } from './zones/boundary'
export { boundaryStretches } from './zones/boundary-words'
export { compareEditions, type EditionsQuestion } from './zones/compare/compare-editions'
export type * from './zones/compare/comparison'
export { differencesOf as policyDifferences } from './zones/compare/differences'
export { extendPolicy, previewEdition } from './zones/compare/extend'
export { thresholdsOf } from './zones/compare/thresholds'
export * from './zones/delimit'
export { differencesOf } from './zones/evidence/differences'
export { frozenView, type ViewFrame } from './zones/evidence/frozen-view'
export { explainPolicy } from './zones/explain/explain'
export type * from './zones/explain/explanation'
export { eventName } from './zones/explain/naming'
export { groundOf, type PolicyOf, staysAt, type ZoneGround } from './zones/ground'
export { type PolicyQuestion, policyInForce } from './zones/in-force'
export { type InitialLevel, initialLevel, type NewGround } from './zones/initial-level'
export { type Execution, executeOrders, isSuspended } from './zones/orders'
export { BUILT_IN_POLICIES } from './zones/policies'
export type * from './zones/policy'
export type { PolicyFault } from './zones/policy-fault'
export { type ResolvedPolicy, resolvePolicy } from './zones/resolve-policy'
export { type ChainedStep, contestedOf, rivalsOf } from './zones/rivals'
export { coverageOf, dueOf, isResulted, roundsOf } from './zones/round-figures'
export type { FindingsOf } from './zones/transition-answer'
export { BESIDE, UNITS } from './zones/units'
export { validatePolicy } from './zones/validate-policy'
export { readYesNo } from './zones/yes-no'
export { zoneShape } from './zones/zone-shape'
