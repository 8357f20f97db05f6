import { expect, test } from 'vitest'
import { codesOf, planOf } from '../../helpers/pack-input'
import { seeded } from '../../helpers/seeded'
import { FORMATS } from '../../matrix/formats'
import { FRAMES } from '../../matrix/frames'
import { hasRealGround, madeUpGround, realGround } from '../../matrix/ground'
import { cameBack, type MatrixCell } from '../../matrix/read-back'

const random = seeded(456)
const pairs = FORMATS.flatMap((format) =>
  FRAMES.filter(format.takes).map((frame): MatrixCell => {
    const encoding = format.encodings[random.between(0, format.encodings.length - 1)]!
    return { format, frame, encoding }
  }),
)
const nameOf = ({ format, frame, encoding }: MatrixCell): string => `${format.id}, ${frame.id}, ${encoding}`

/** `npm run matrix` takes every encoding of every format in every frame. */
test('I92 villages and addresses come back through every format in every frame, one encoding each', async () => {
  const ground = madeUpGround(12, 20)
  const faults = []
  for (const cell of pairs) {
    const { fault } = await cameBack(ground, cell)
    if (fault) faults.push(`${nameOf(cell)}: ${fault}`)
  }
  expect(pairs.length).toBeGreaterThan(40)
  expect(faults).toEqual([])
})

test('I88 ground that a spreadsheet cut off refuses its row, an empty cell has none', async () => {
  const square = (i: number): string => `"POLYGON ((114.${i} 33, 114.${i}5 33, 114.${i}5 33.1, 114.${i} 33))"`
  const whole = [1, 2, 3].map((i) => `41110400120${i},村${i},village,${square(i)}`)
  const rows = [
    ...whole,
    '411104001204,乙村,village,"POLYGON ((114 33, 114.1 33, 114.1 3"',
    '411104001205,丙村,village,无',
  ]
  const plan = await planOf({ '村界.csv': `code,name,kind,wkt\n${rows.join('\n')}\n` })
  expect(codesOf(plan)).toContain('村界.csv:5 broken-coordinates')
  expect(plan.files).toMatchObject([{ rows: 5, taken: 4, refused: 1 }])
})

if (!hasRealGround) console.log('skipped: the villages of Taipei are absent')
test.skipIf(!hasRealGround)(
  'I92 so do 456 real villages and 600 addresses, through three of them',
  async () => {
    const ground = realGround()
    expect([ground.villages.length, ground.addresses.length]).toEqual([456, 600])
    for (const at of [random.between(0, 14), random.between(15, 29), random.between(30, pairs.length - 1)])
      expect((await cameBack(ground, pairs[at]!)).fault, nameOf(pairs[at]!)).toBeNull()
  },
)
