import type { LevelLook } from '../../ui/levels'
import { type LevelStyle, styleOfHatch } from '../../ui/tokens'
import type { Group, Layer } from '../layer'
import { zonesPart } from './zones'

declare module '../part' {
  interface LayerRooms {
    zones: 'sealed' | 'controlled' | 'precaution' | 'executed'
  }
}

/** Levels are counted by their number of zones; where no list of zones is known, nobody knows it. Levels of one style go and come together. */
const levelRows =
  (style: LevelStyle): Group['rows'] =>
  ({ survey, looks }) =>
    survey.levels
      .filter(({ level, count }) => count !== null && styleOf(looks[level]) === style)
      .map((level) => ({
        group: style,
        label: { zh: level.zh, en: level.en },
        count: survey.zonesUnknown === 'no-list' ? null : level.count,
        level: level.level,
      }))

/** A level without marks of its own stands with the mildest. */
const styleOf = (look: LevelLook = 'normal'): LevelStyle =>
  look === 'normal' ? 'precaution' : styleOfHatch(look)

const levels = (style: LevelStyle): Group => ({
  branch: 'zones',
  sign: [],
  rows: levelRows(style),
  legend: [style, `${style}-2`, `${style}-3`],
  table: { checks: 'zones' },
})

const liftedRows: Group['rows'] = ({ survey }) => {
  const count = survey.zones.filter((zone) => zone.stays.at(-1)?.to != null).length
  return count ? [{ group: 'executed', label: { key: 'zones.lifted' }, count }] : []
}

/** Zones by level, and those that no rules rank. */
export const ZONES = {
  part: zonesPart,
  groups: {
    sealed: levels('sealed'),
    controlled: levels('controlled'),
    precaution: levels('precaution'),
    executed: {
      branch: 'zones',
      sign: [{ shape: 'line', path: 'M-6 -4H6V4H-6z', look: 'dashed' }],
      rows: liftedRows,
      legend: { none: 'not-drawn' },
      table: { checks: 'zones' },
    },
  },
  twins: { legend: ['zones-plain'], table: { checks: 'zones' } },
} satisfies Layer<'zones'>
