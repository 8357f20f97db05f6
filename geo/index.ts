export type * from './answers'
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
export type * from './facts'
export { areaM2 } from './geometry/area'
export { boundsMeet, boundsOf, boundsOfLine, joinBounds } from './geometry/bounds'
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
export { representativePoint } from './geometry/representative-point'
export type * from './geometry/shape'
export { type Hierarchy, hierarchyOf } from './places/hierarchy'
export { type SiblingsOverlap, siblingOverlaps } from './places/overlaps'
export * from './time/calendar'
export { groundOf, type PolicyOf, staysAt, type ZoneGround } from './zones/ground'
export type * from './zones/policy'
export { zoneShape } from './zones/zone-shape'
