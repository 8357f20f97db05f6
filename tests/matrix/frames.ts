import gcoord from 'gcoord'
import proj4 from 'proj4'

type Position = readonly [number, number]

/** A frame of positions and the ways in which files say it. */
export interface WrittenFrame {
  readonly id: string
  /** from WGS-84; the two shifts of the mainland by another library than ours, so that a fault in ours shows */
  readonly from: (at: Position) => Position
  /** EPSG code, where there is one */
  readonly code: number | null
  /** as the name of a file says it */
  readonly word: string
  /** as the `.prj` of a shapefile says it; null where it cannot */
  readonly prj: string | null
  /** degrees by which a position may come back off */
  readonly error: number
}

const plane = proj4('+proj=tmerc +lat_0=0 +lon_0=114 +k=1 +x_0=500000 +y_0=0 +ellps=GRS80')
const mercator = proj4('EPSG:3857')
const GEOGCS =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]'
const CHINA =
  'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]]]'
const shifted = (to: typeof gcoord.GCJ02 | typeof gcoord.BD09) => (at: Position) =>
  gcoord.transform([at[0], at[1]], gcoord.WGS84, to) as [number, number]

export const FRAMES: readonly WrittenFrame[] = [
  { id: 'WGS-84', from: (at) => at, code: 4326, word: 'WGS84', prj: GEOGCS, error: 1e-7 },
  { id: 'GCJ-02', from: shifted(gcoord.GCJ02), code: null, word: 'GCJ02', prj: null, error: 1e-7 },
  { id: 'BD-09', from: shifted(gcoord.BD09), code: null, word: 'BD09', prj: null, error: 1e-6 },
  {
    ...{ id: 'CGCS2000 GK 114E', code: 4547, word: 'EPSG4547', error: 1e-7 },
    from: ([x, y]) => plane.forward([x, y]) as [number, number],
    prj: `PROJCS["CGCS2000_3_Degree_GK_CM_114E",${CHINA},PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",114.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`,
  },
  {
    ...{ id: 'Web Mercator', code: 3857, word: 'EPSG3857', error: 1e-7 },
    from: ([x, y]) => mercator.forward([x, y]) as [number, number],
    prj: `PROJCS["WGS_1984_Web_Mercator_Auxiliary_Sphere",${GEOGCS},PROJECTION["Mercator_Auxiliary_Sphere"],PARAMETER["False_Easting",0.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",0.0],PARAMETER["Standard_Parallel_1",0.0],PARAMETER["Auxiliary_Sphere_Type",0.0],UNIT["Meter",1.0]]`,
  },
]
