import type { Group, Layer } from '../layer'
import type { LayerRooms } from '../part'
import { sitesPart } from './sites'

declare module '../part' {
  interface LayerRooms {
    sites: 'quarantine' | 'hospital' | 'testing' | 'vaccination' | 'store' | 'school' | 'market'
  }
}

const siteRows =
  (group: LayerRooms['sites']): Group['rows'] =>
  ({ facts }) => {
    const count = facts.facilities.filter(({ kind }) => kind === group).length
    return count > 0 ? [{ group, label: { key: `sites.${group}` }, count }] : []
  }

const sites = (group: LayerRooms['sites'], legend: readonly string[]): Group => ({
  branch: 'sites',
  sign: [{ shape: 'glyph', name: group }],
  rows: siteRows(group),
  legend,
  table: { none: 'not-yet' },
})

/** Facilities with a glyph. */
export const SITES = {
  part: sitesPart,
  groups: {
    quarantine: sites('quarantine', ['quarantine']),
    hospital: sites('hospital', ['hospital']),
    testing: sites('testing', ['testing', 'lab']),
    vaccination: sites('vaccination', ['vaccination']),
    store: sites('store', ['store']),
    school: sites('school', ['school']),
    market: sites('market', ['market', 'liveMarket']),
  },
} satisfies Layer<'sites'>
