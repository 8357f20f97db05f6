import { beginningOf, type Format } from '../format'

/** What stands in the signature for the one version that is in use. */
const VERSION = String.fromCharCode(3)

/** FlatGeobuf: features of one layer in binary, with their columns and frame at the head. */
export const FLATGEOBUF = {
  id: 'flatgeobuf',
  extensions: ['fgb'],
  recognises: (bytes) => beginningOf(bytes, 7) === `fgb${VERSION}fgb`,
  tables: async ({ bytes }) => {
    const { readFlatGeobuf } = await import('./read-flatgeobuf')
    return readFlatGeobuf(bytes)
  },
} as const satisfies Format
