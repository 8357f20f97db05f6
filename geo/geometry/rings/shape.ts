/** Closed ring: flat lon, lat, lon, lat, … in degrees WGS-84; the last vertex repeats the first. */
export type Ring = Float64Array

/** Polygonal area: polygons, each its outer ring then its holes. Empty array = no ground. */
export type Shape = readonly (readonly Ring[])[]

/** A line: flat lon, lat, … in degrees WGS-84, at least two vertices. */
export type Line = Float64Array

/** A position, [lon, lat] in degrees WGS-84. */
export type Position = readonly [lon: number, lat: number]

/** west, south, east, north in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number]
