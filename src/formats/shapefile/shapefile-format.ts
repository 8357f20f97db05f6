import type { Format } from '../format'

/** A shapefile: geometry (`.shp`), its table (`.dbf`), and beside them frame and encoding, loose or in an archive. */
export const SHAPEFILE = {
  id: 'shapefile',
  extensions: ['shp'],
  companions: ['dbf', 'shx', 'prj', 'cpg', 'sbn', 'sbx', 'qpj', 'qmd', 'cst'],
  recognises: (bytes) =>
    bytes.length >= 4 && bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 0x27 && bytes[3] === 0x0a,
  tables: async (file) => {
    const { readShapefile } = await import('./read-shapefile')
    return readShapefile(file)
  },
} as const satisfies Format
