import type { Position } from '../geometry/rings/shape'

declare const frame: unique symbol

/** A frame that positions may come in. Everything in the log and in the kernel is `wgs84`. */
export type Frame = 'wgs84' | 'gcj02'

/** A position of which the compiler knows the frame: [lon, lat] in degrees. */
export type LonLat<F extends Frame> = Position & { readonly [frame]: F }

/** States that this position is WGS-84. The only way to the brand, beside the conversions. */
export const wgs84 = (lon: number, lat: number): LonLat<'wgs84'> => [lon, lat] as unknown as LonLat<'wgs84'>

/** States that this position is GCJ-02. */
export const gcj02 = (lon: number, lat: number): LonLat<'gcj02'> => [lon, lat] as unknown as LonLat<'gcj02'>
