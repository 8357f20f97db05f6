import { expect, test } from 'vitest'
import { labelFaultsOf } from '../helpers/label-faults'
import type { LabelSeen } from '../helpers/labels-in-page'

/** The ground is about 116 px wide there, round the middle of the map. */
const MAP = { camera: { centre: [120, 0], zoom: 11 }, size: [1000, 800], k: 1 } as const
const GROUND = [[119.98, -0.02, 120.02, -0.02, 120.02, 0.02, 119.98, 0.02, 119.98, -0.02]]

const aLabel = (over: Partial<LabelSeen>): LabelSeen => ({
  text: '沙湾镇',
  kind: 'town',
  anchor: [500, 400],
  box: [475, 390, 525, 410],
  leader: null,
  ground: GROUND,
  radius: 0,
  ...over,
})

const faultsOf = (over: Partial<LabelSeen>) =>
  labelFaultsOf([{ ...MAP, labels: [aLabel(over)] }]).map(({ kind, text, by }) => [kind, text, by])

test('V60 a name in its place, or with a leader that begins there and ends at it, is no fault', () => {
  expect(faultsOf({})).toEqual([])
  const out = {
    box: [700, 390, 750, 410],
    leader: [
      [500, 400],
      [700, 400],
    ],
  } as const
  expect(faultsOf(out)).toEqual([])
})

test.each([
  ['a name beside its place', { box: [700, 390, 750, 410] }],
  ['a name of which most lies outside', { box: [370, 390, 630, 410] }],
  ['a word at ground of another', { kind: 'gap', box: [700, 390, 730, 410] }],
  [
    'a leader that ends short of it',
    {
      box: [700, 390, 750, 410],
      leader: [
        [500, 400],
        [650, 400],
      ],
    },
  ],
  [
    'a leader that begins elsewhere',
    {
      box: [700, 390, 750, 410],
      leader: [
        [640, 400],
        [700, 400],
      ],
    },
  ],
  ['a callout without a leader', { kind: 'callout' }],
  ['a number far from its disc', { kind: 'count', ground: null, radius: 10, box: [560, 390, 580, 410] }],
] as const)('V60 the check of labels sees %s', (_, over) => {
  expect(faultsOf(over as Partial<LabelSeen>).map(([kind]) => kind)).toEqual(['astray'])
})
