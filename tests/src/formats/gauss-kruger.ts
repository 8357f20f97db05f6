import proj4 from 'proj4'

type Square = readonly [west: number, south: number, east: number, north: number]

/** Squares of a hundredth of a degree beside each other. */
export const squares = (count: number): Square[] =>
  Array.from({ length: count }, (_, i) => [114 + i * 0.02, 33.5, 114.01 + i * 0.02, 33.51])

const MERIDIAN = 114

/** The same squares as their corners lie in metres, and the text that says in which plane. */
export function gaussKrugerOf(given: readonly Square[]): readonly [prj: string, squares: Square[]] {
  const prj = `PROJCS["CGCS2000_3_Degree_GK_CM_114E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",${MERIDIAN}.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`
  const plane = proj4(`+proj=tmerc +lon_0=${MERIDIAN} +k=1 +x_0=500000 +a=6378137 +rf=298.257222101`)
  return [
    prj,
    given.map(([west, south]) => {
      const [x, y] = plane.forward([west, south])
      return [x, y, x + 900, y + 1_100]
    }),
  ]
}
