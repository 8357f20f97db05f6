import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { pictureOf } from '../../../src/layers/compose'
import type { Twins } from '../../../src/layers/layer'
import { GROUPS, LAYERS } from '../../../src/layers/layers'
import type { LayerGroup, MapFacts, MapViewState } from '../../../src/layers/part'
import { looksOf } from '../../../src/ui/levels'
import { layerTree } from '../../../src/views/desk/layer-tree'
import { aSurvey } from '../../helpers/a-survey'
import { mapDistrict } from '../../helpers/map-district'

const facts: MapFacts = { ...mapDistrict(), assess: null }
const ROOT = join(import.meta.dirname, '../../../src')

const aView = (over: Partial<MapViewState> = {}): MapViewState => ({
  ...{ theme: 'dark', k: 1, band: 'street', scale: 300, short: 690, layout: 'desk', locale: 'zh' },
  ...{ selection: { selected: null, hovered: null }, hidden: new Set(), roadClasses: null },
  ...{ density: 1, caseWindowDays: null },
  ...over,
})

const legendOf = ({ legend }: Twins): readonly string[] => ('none' in legend ? [] : legend)
const groups = Object.entries(GROUPS) as [LayerGroup, Twins][]
const BANDS = ['district', 'wall', 'town', 'street'] as const

describe('M68 a layer is one room', () => {
  test.each(LAYERS.map((layer) => [layer.part(facts, aView()).id, layer] as const))(
    'the legend of %s says nothing that its description does not',
    (_, { part, groups, twins }) => {
      const said = [...Object.values(groups), ...(twins ? [twins] : [])].flatMap(legendOf)
      for (const band of BANDS)
        for (const layout of ['wall', 'desk'] as const)
          for (const { id } of part(facts, aView({ band, layout })).legend ?? []) expect(said).toContain(id)
    },
  )

  test.each(groups)(
    'without %s the legend has none of its lines, and those of all others',
    (group, twins) => {
      const shown = (hidden: readonly LayerGroup[]): string[] =>
        pictureOf(facts, aView({ hidden: new Set(hidden) })).legend.map(({ id }) => id)
      const own = legendOf(twins)
      expect(shown([group])).toEqual(shown([]).filter((id) => !own.includes(id)))
    },
  )

  test('no line of the legend is explained twice', () => {
    const all = LAYERS.flatMap(({ groups, twins }) =>
      [...Object.values(groups), ...(twins ? [twins] : [])].flatMap(legendOf),
    )
    expect(all.filter((id, at) => all.indexOf(id) !== at)).toEqual([])
  })

  test('the tables that are named are tables of the checks', () => {
    const folder = join(ROOT, 'views/checks')
    const views = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
    const named = LAYERS.flatMap(({ groups, twins }) =>
      [...Object.values(groups), ...(twins ? [twins] : [])].flatMap(({ table }) =>
        'checks' in table ? [table.checks] : [],
      ),
    )
    expect(named).toContain('crossings')
    for (const name of named) expect(views.join('')).toContain(`<CheckTable name="${name}"`)
  })

  test('the tree has its branches in order, the levels as they are ranked, and every group of this district', () => {
    const survey = aSurvey
    const tree = layerTree({ facts: facts.register, survey, looks: looksOf(survey.levels) })
    expect(tree.map(({ id }) => id)).toEqual(['zones', 'cases', 'crossings', 'sites', 'admin', 'base'])
    expect(tree[0]!.rows.flatMap(({ level }) => level ?? [])).toEqual(
      survey.levels.filter(({ count }) => count !== null).map(({ level }) => level),
    )
    expect(tree.flatMap(({ rows }) => rows.map(({ group }) => group))).toEqual(
      expect.arrayContaining(['crossings', 'gaps', 'gateways', 'towns', 'villages', 'silent', 'backdrop']),
    )
  })
})
