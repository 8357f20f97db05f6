import type { CoverageAnswer, Facts, Survey } from '#geo'
import type { LayerGroup } from '../../layers/part'

export interface TreeRow {
  readonly group: LayerGroup
  /** key under `desk`, or the level's own name */
  readonly label: { readonly key: string } | { readonly zh: string; readonly en: string }
  /** how many are drawn when it is on; null is unknown */
  readonly count: number | null
  readonly level?: string
}

export interface TreeBranch {
  readonly id: 'zones' | 'cases' | 'crossings' | 'sites' | 'admin' | 'base'
  readonly rows: readonly TreeRow[]
}

const SITES: readonly LayerGroup[] = [
  'quarantine',
  'hospital',
  'testing',
  'vaccination',
  'store',
  'school',
  'market',
]

function zoneRows(survey: Survey, styles: Readonly<Record<string, string>>): TreeRow[] {
  const levels = survey.levels.filter(({ count }) => count !== null)
  const rows = levels.map((level) => ({
    group: (styles[level.level] ?? 'precaution') as LayerGroup,
    label: { zh: level.zh, en: level.en },
    count: survey.zonesUnknown === 'no-list' ? null : level.count,
    level: level.level,
  }))
  const lifted = survey.zones.filter((zone) => zone.stays.at(-1)?.to != null).length
  return lifted ? [...rows, { group: 'executed', label: { key: 'tree.lifted' }, count: lifted }] : rows
}

/** Only where there is one: signals stand under no count of cases. */
function signalRows({ signals }: Survey): TreeRow[] {
  return signals ? [{ group: 'signals', label: { key: 'tree.signals' }, count: signals.open.length }] : []
}

function crossingRows(survey: Survey): TreeRow[] {
  const line = survey.perimeter
  const held = line?.guarded == null || line.closed === null ? null : line.guarded + line.closed
  const crossings: TreeRow = line?.unheld
    ? { group: 'crossings', label: { key: 'tree.unheld' }, count: line.unheld }
    : { group: 'crossings', label: { key: 'tree.guarded' }, count: held }
  return [
    crossings,
    { group: 'gaps', label: { key: 'tree.unguarded' }, count: line ? line.unguarded : null },
    { group: 'gateways', label: { key: 'tree.gateways' }, count: line ? line.district.total : null },
  ]
}

/** The tree of layers with the count each would draw: from the same survey that draws them. */
export function layerTree(
  facts: Facts,
  survey: Survey,
  _coverage: CoverageAnswer | null,
  styles: Readonly<Record<string, string>>,
): TreeBranch[] {
  const of = (kind: string): number => facts.facilities.filter((facility) => facility.kind === kind).length
  const sites = SITES.map((group) => ({ group, label: { key: `site.${group}` }, count: of(group) })).filter(
    ({ count }) => count > 0,
  )
  const silent = survey.reporting ? survey.reporting.missing.length : null
  return [
    { id: 'zones' as const, rows: zoneRows(survey, styles) },
    {
      id: 'cases' as const,
      rows: [
        {
          group: 'cases' as const,
          label: { key: 'tree.caseHomes' },
          count: survey.cases && survey.caseDots.day.length,
        },
        ...signalRows(survey),
      ],
    },
    { id: 'crossings' as const, rows: crossingRows(survey) },
    { id: 'sites' as const, rows: sites },
    {
      id: 'admin' as const,
      rows: [
        { group: 'towns' as const, label: { key: 'tree.towns' }, count: survey.district.towns },
        { group: 'villages' as const, label: { key: 'tree.villages' }, count: survey.district.villages },
        { group: 'compounds' as const, label: { key: 'tree.compounds' }, count: survey.district.compounds },
        { group: 'silent' as const, label: { key: 'tree.silent' }, count: silent },
      ],
    },
    {
      id: 'base' as const,
      rows: [
        { group: 'backdrop' as const, label: { key: 'tree.backdrop' }, count: facts.backdrop.length || null },
      ],
    },
  ].filter(({ rows }) => rows.length > 0)
}
