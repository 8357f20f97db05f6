import { type Frame, gcj02, type LonLat } from './frame'

const TURN = (Math.PI * 3000) / 180

/**
 * BD-09, the frame of one map provider, → GCJ-02 (degrees): the published shift of 0.0065°, 0.006° and a small wave,
 * taken back by iteration to 1e-10°. It is defined on GCJ-02 positions and says nothing of where they lie.
 */
export function gcj02FromBd09([lon, lat]: readonly [number, number]): LonLat<Extract<Frame, 'gcj02'>> {
  let [x, y] = [lon - 0.0065, lat - 0.006]
  for (let step = 0; step < 20; step++) {
    const [u, v] = bd09FromGcj02([x, y])
    const [dx, dy] = [lon - u, lat - v]
    x += dx
    y += dy
    if (Math.abs(dx) < 1e-11 && Math.abs(dy) < 1e-11) break
  }
  return gcj02(x, y)
}

/** GCJ-02 → BD-09, degrees. */
export function bd09FromGcj02([lon, lat]: readonly [number, number]): readonly [number, number] {
  const away = Math.hypot(lon, lat) + 0.00002 * Math.sin(lat * TURN)
  const angle = Math.atan2(lat, lon) + 0.000003 * Math.cos(lon * TURN)
  return [away * Math.cos(angle) + 0.0065, away * Math.sin(angle) + 0.006]
}
