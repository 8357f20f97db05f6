/** A district of three towns without rules; most cases do not say how they were found, and nobody says who reports by when. */
export function madeUpPack(): Record<string, string> {
  const square = (x: number, y: number): number[][][] => [
    [
      [x, y],
      [x + 0.01, y],
      [x + 0.01, y + 0.01],
      [x, y + 0.01],
      [x, y],
    ],
  ]
  const place = (properties: object, ring: number[][][] | null): object => ({
    type: 'Feature',
    properties,
    geometry: ring && { type: 'Polygon', coordinates: ring },
  })
  const features = [place({ code: 'X', name: '长宁区', kind: 'district' }, null)]
  ;['东', '西', '南'].forEach((name, t) => {
    features.push(place({ code: `X${t}`, name: `${name}镇`, kind: 'town', parent: 'X' }, null))
    ;['一', '二', '三', '四'].forEach((number, i) => {
      const village = { code: `X${t}${i}`, name: `${name}${number}村`, kind: 'village', parent: `X${t}` }
      const ground = square(113 + t * 0.02 + (i % 2) * 0.01, 30 + Math.floor(i / 2) * 0.01)
      features.push(place({ ...village, people: 1200 + (t * 4 + i) * 371 }, ground))
    })
  })
  const cases = ['id,reportedAt,kind,foundIn,place']
  for (let day = 10; day <= 27; day++)
    for (let i = 0; i < (day < 14 ? 2 : 5); i++) {
      const found = day < 14 ? '' : ['community', '', 'central', '', ''][i]
      const kind = i % 3 ? 'confirmed' : 'asymptomatic'
      cases.push(`K${day}-${i},2022-05-${day}T09:00,${kind},${found},X${i % 3}${day % 4}`)
    }
  const zone = {
    type: 'Feature',
    properties: { id: 'A1', name: '东一片', level: 'sealed', from: '2022-05-20T08:00', members: ['X00'] },
    geometry: null,
  }
  return {
    'pack.json': JSON.stringify({
      ...{ format: 'cordon-pack', version: 1, title: { zh: '长宁区（虚构）', en: 'Changning (fictional)' } },
      ...{ timezone: 'Asia/Shanghai', frame: 'wgs84', synthetic: true },
    }),
    'places.geojson': JSON.stringify({ type: 'FeatureCollection', features }),
    'zones.geojson': JSON.stringify({ type: 'FeatureCollection', features: [zone] }),
    'cases.csv': `${cases.join('\n')}\n`,
    'reports.csv':
      'place,day,filedAt,people\nX00,2022-05-27,2022-05-27T08:00,0\nX01,2022-05-27,2022-05-27T09:00,2\n',
  }
}
