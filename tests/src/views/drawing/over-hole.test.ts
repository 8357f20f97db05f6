import { expect, test } from 'vitest'
import { areaM2, draftFaults, Gauge, policiesOf, readMoment } from '#geo'
import { previewOf } from '../../../../src/map/drawing/preview'
import { newForm, saveDrafts } from '../../../../src/views/desk/drawing/zone-form'
import { Drawer, squares } from '../../../helpers/drawing'
import { aFacts, aPlace, box, SHANGHAI } from '../../../helpers/facts'

const asOf = readMoment(SHANGHAI, '2022-05-27T14:00')!.at
const [outer] = box(120, 31, 120.1, 31.1)[0]!
const HOLE = box(120.04, 31.04, 120.05, 31.05)
/** A district round an enclave that is not its own. */
const facts = aFacts({
  places: [aPlace({ code: '1', kind: 'district', shape: [[outer!, HOLE[0]![0]!]] })],
})
const CORNERS = [
  [120.03, 31.03],
  [120.06, 31.03],
  [120.06, 31.06],
  [120.03, 31.06],
] as const

test('B17 a zone drawn over a hole of the district is said, not refused, and is saved as it was drawn', () => {
  const around = squares(facts)
  const drawer = new Drawer(around).take('polygon').send({ kind: 'snapping' })
  for (const at of CORNERS) drawer.click(at)
  drawer.key('Enter')
  expect(drawer.draft.finishing).toBe(true)
  const preview = previewOf(drawer.draft, around)
  const question = { asOf, policyOf: policiesOf(facts, null), level: 'sealed', except: null }
  const [fault, ...more] = draftFaults(facts, preview.ground!, question)
  expect(more).toEqual([])
  expect(fault).toMatchObject({ code: 'over-hole', weight: 'say' })
  expect(fault!.areaM2! / areaM2(HOLE)).toBeCloseTo(1, 6)
  const figures = new Gauge(facts, question).measure(preview.ground!)
  expect(figures.areaM2 / (areaM2(box(120.03, 31.03, 120.06, 31.06)) - areaM2(HOLE))).toBeCloseTo(1, 6)

  const sheet = { facts, asOf, policy: null, draft: drawer.draft, preview }
  const [drawn] = saveDrafts({ ...newForm(sheet, 'sealed'), name: '跨飞地' }, sheet)
  const coordinates = [[[...CORNERS, CORNERS[0]].map((at) => [...at])]]
  expect(drawn).toMatchObject({ type: 'zone.drawn@1', zone: { members: [], coordinates } })
})
