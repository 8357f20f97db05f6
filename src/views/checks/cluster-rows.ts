import type { ClustersAnswer } from '#geo'
import { formatCount, formatDay, formatDelta, formatPercent, type Locale } from '../../i18n/format'

/** From this share of all clustered cases on, and so many radii across, a cluster is a chain through a city. */
const [CHAIN_SHARE, CHAIN_RADII] = [0.4, 4]

export interface ClusterRow {
  readonly id: string
  readonly centre: readonly [number, number]
  readonly cells: readonly string[]
  /** the cases, as people know them */
  readonly cases: readonly string[]
  /** it holds most of all cases and reaches far beyond its radius: linked one by one, no single event */
  readonly isChain: boolean
}

/** Clusters, the largest first, each with the change of its last seven days. */
export function clusterRows(answer: ClustersAnswer | null, locale: Locale): ClusterRow[] {
  const clusters = answer?.clusters ?? []
  const all = clusters.reduce((sum, { cases }) => sum + cases.length, 0)
  return [...clusters]
    .sort((a, b) => b.cases.length - a.cases.length || a.id.localeCompare(b.id))
    .map((one) => ({
      id: one.id,
      cases: one.cases,
      centre: [one.centre[0], one.centre[1]],
      isChain:
        one.cases.length >= all * CHAIN_SHARE && one.radiusM > (answer?.options.radius ?? 0) * CHAIN_RADII,
      cells: [
        one.id,
        `${formatDay(one.from, locale)} – ${formatDay(one.to, locale)}`,
        formatCount(one.cases.length),
        formatPercent(one.cases.length / all),
        formatCount(one.lastWeek),
        formatDelta(one.lastWeek - one.weekBefore),
        formatCount(one.places.length),
        formatCount(one.radiusM),
      ],
    }))
}
