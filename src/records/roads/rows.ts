import type { Road } from '#geo'
import { type StandingRows, stated } from '../standing-rows'
import { withGeometry } from '../written'

/** A row of several lines is several roads of one origin. */
export const readRoads = (rows: StandingRows): readonly Road[] =>
  rows.map((row): readonly Road[] => {
    const { origin } = row
    const shared = {
      name: row.text('name'),
      class: row.text('class') ?? 'unclassified',
      closed: row.flag('closed') ?? false,
      ...stated({
        bridge: row.text('bridge'),
        tunnel: row.text('tunnel'),
        layer: row.number('layer'),
        access: row.text('access'),
        oneway: row.text('oneway'),
      }),
    }
    return row.lines('line').map((line) => ({ ...shared, line, origin }))
  })

export const writeRoads = withGeometry(({ line }: Road) => ({ line }))
