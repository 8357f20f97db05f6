import { readAsOf } from '#geo'
import { aCollection, aFeature, aSquare } from './pack-input'
import { onePolicy } from './policies'

/** Noon of the day at which the pack is looked at. */
export const TWO_ZONES_AT = readAsOf('Asia/Shanghai', '2022-05-20T12:00')!

/** Three villages, of which two are sealed as zones A and B for seven days without a case, and an old case in the third. */
export const TWO_ZONES = {
  'pack.json': {
    ...{ format: 'cordon-pack', version: 1, title: { zh: '测试区' }, timezone: 'Asia/Shanghai' },
    ...{ frame: 'wgs84', policy: 'test-one', use: 'review', asOf: '2022-05-20T12:00' },
  },
  'policies/test-one.json': onePolicy({
    ...{ id: 'noNewCase', days: { since: { event: 'case' }, gte: 7 }, ifMissing: true },
  }),
  'places.geojson': aCollection(
    aFeature({ code: 'T', name: '镇', kind: 'town' }, aSquare(113, 34, 0.04)),
    ...['东村', '西村', '外村'].map((name, i) =>
      aFeature(
        { code: `V${i + 1}`, name, kind: 'village', ...(i < 2 ? { parent: 'T' } : {}) },
        aSquare(113 + i * 0.02, 34, 0.02),
      ),
    ),
  ),
  'zones.geojson': aCollection(
    ...['V1', 'V2'].map((members, i) =>
      aFeature({ id: 'AB'[i], level: 'sealed', from: '2022-05-01', members }),
    ),
  ),
  'cases.csv': 'id,reportedAt,place\nC0,2022-05-02,V3\n',
}
