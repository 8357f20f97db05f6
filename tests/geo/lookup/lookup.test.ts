import { describe, expect, test } from 'vitest'
import {
  calledInFull,
  type Facts,
  type LookupAnswer,
  type LookupQuestion,
  lookUp,
  policiesOf,
  toGcj02,
  wgs84,
} from '#geo'
import { bd09FromGcj02, gcj02FromBd09 } from '../../../geo/crs/bd09'
import { coordinatesOf } from '../../../geo/lookup/line'
import { aFacts, aPlace, aZone, box, moment } from '../../helpers/facts'

const asOf = moment('2022-05-25T12:00').at
const cell = (code: string, name: string, parent: string, column: number, aliases: string[] = []) =>
  aPlace({ code, name, parent, aliases, shape: box(120 + 0.01 * column, 31, 120.01 + 0.01 * column, 31.01) })
const facts = aFacts({
  places: [
    aPlace({ code: '33', name: '澜溪区', kind: 'district' }),
    aPlace({ code: '3301', name: '文昌街道', kind: 'town', parent: '33', aliases: ['文昌'] }),
    aPlace({ code: '3302', name: '东门街道', kind: 'town', parent: '33' }),
    cell('330101', '锦绣苑', '3301', 0, ['锦绣小区']),
    cell('330102', '阳光新村', '3301', 1),
    cell('330201', '阳光新村', '3302', 2),
    cell('330202', '江畔小区', '3302', 3, ['锦绣小区']),
    aPlace({ code: '3301011', name: '1号楼', kind: 'building', parent: '330101' }),
    aPlace({ code: '3302021', name: '1号楼', kind: 'building', parent: '330202' }),
  ],
  zones: [
    aZone({ id: 'P', name: '文昌其余', level: 'precaution', from: '2022-05-09', members: ['3301'] }),
    aZone({
      id: 'S',
      name: '锦绣片区',
      level: 'sealed',
      from: '2022-05-10',
      to: '2022-05-20',
      members: ['330101'],
    }),
    aZone({ id: 'S', name: '锦绣片区', level: 'controlled', from: '2022-05-20', members: ['330101'] }),
  ],
})
const ask = (
  lines: readonly string[],
  over: Partial<LookupQuestion> = {},
  of: Facts = facts,
): LookupAnswer[] => lookUp(of, { asOf, policyOf: policiesOf(of), ...over }, lines)
const one = (line: string, over: Partial<LookupQuestion> = {}): LookupAnswer => ask([line], over)[0]!

describe('looking up pasted lines', () => {
  test('J2 a building of a compound is not certain where another that is called so in short has it too', () => {
    const twins = aFacts({
      places: [
        ...facts.places.slice(0, 3),
        cell('330103', '向阳', '3301', 4),
        cell('330203', '红星苑', '3302', 5, ['向阳小区']),
        aPlace({ code: '3301032', name: '2号楼', kind: 'building', parent: '330103' }),
        aPlace({ code: '3302032', name: '2号楼', kind: 'building', parent: '330203' }),
        aPlace({ code: '3301033', name: '3号楼', kind: 'building', parent: '330103' }),
        aPlace({ code: '3301034', name: 'A座', kind: 'building', parent: '330103' }),
      ],
      zones: facts.zones,
    })
    const asked = (line: string): LookupAnswer => ask([line], {}, twins)[0]!
    expect(asked('向阳2号楼')).toMatchObject({ state: 'ambiguous' })
    expect(asked('向阳2号楼').candidates.map(({ code }) => code)).toEqual(['3301032', '3302032'])
    expect(asked('文昌街道向阳2号楼').place).toBe('3301032')
    expect(asked('向阳3号楼').place).toBe('3301033')
    expect(asked('向阳').place).toBe('330103')
    expect(calledInFull(asked('向阳A座'))).toBe('向阳 A座')
    expect(calledInFull(asked('向阳'))).toBe('向阳')
  })

  test('J2 a tower by a letter is not certain in a compound beside one whose name goes on with that letter', () => {
    const beside = aFacts({
      places: [
        ...facts.places.slice(0, 3),
        cell('330103', '东方明珠', '3301', 4),
        cell('330203', '东方明珠A区', '3302', 5),
        aPlace({ code: '3301032', name: 'B座', kind: 'building', parent: '330103' }),
      ],
      zones: facts.zones,
    })
    const place = (line: string): string | null => ask([line], {}, beside)[0]!.place
    expect(['东方明珠A座', '东方明珠A栋1201', '东方明珠a号楼'].map(place)).toEqual([null, null, null])
    const certain = ['东方明珠', '东方明珠B座', '东方明珠A区', '东方明珠C座']
    expect(certain.map(place)).toEqual(['330103', '3301032', '330203', '330103'])
  })

  test('J1 a code, a name, an alias and an address lead to the place, in any width and spacing', () => {
    expect(one('330101')).toMatchObject({ by: 'code', place: '330101', zone: 'S' })
    expect(one(' 锦 绣 苑 ')).toMatchObject({ by: 'name', place: '330101' })
    expect(one('文昌')).toMatchObject({ by: 'alias', place: '3301' })
    expect(one('澜溪区文昌街道阳光新村３栋201室')).toMatchObject({
      by: 'address',
      place: '330102',
      state: 'matched',
    })
    expect(one('锦绣苑1号楼')).toMatchObject({
      ...{ by: 'address', place: '3301011', zone: 'S' },
      within: ['锦绣苑', '文昌街道', '澜溪区'],
    })
  })

  test('J2 what names two places is listed with what they lie in, never guessed', () => {
    const two = one('阳光新村')
    expect(two).toMatchObject({ state: 'ambiguous', place: null, zone: null })
    expect(two.candidates).toEqual([
      { code: '330102', name: '阳光新村', within: ['文昌街道', '澜溪区'] },
      { code: '330201', name: '阳光新村', within: ['东门街道', '澜溪区'] },
    ])
    expect(one('锦绣小区').candidates.map(({ code }) => code)).toEqual(['330101', '330202'])
    const against = one('东门街道锦绣苑')
    expect(against.state).toBe('ambiguous')
    expect(against.candidates.map(({ code }) => code)).toEqual(['330101', '3302'])
  })

  test('J3 a line that names nothing is unmatched, with names that look like it', () => {
    expect(one('锦绣园')).toMatchObject({
      state: 'unmatched',
      by: null,
      zone: null,
      candidates: [{ code: '330101' }, { code: '330202' }],
    })
    expect(one('火星路')).toMatchObject({ state: 'unmatched', candidates: [] })
    expect(ask(['', '锦绣苑', '  ', '火星路']).map(({ line, text }) => [line, text])).toEqual([
      [2, '锦绣苑'],
      [4, '火星路'],
    ])
  })

  test('J4 coordinates are read in either order, by letter, by size or by where the district lies', () => {
    for (const text of ['120.005,31.005', '31.005，120.005', 'N31.005 E120.005', '120.005° E; 31.005° N'])
      expect(one(text)).toMatchObject({
        by: 'coordinates',
        place: '330101',
        position: [120.005, 31.005],
        orderUnsure: false,
      })
    expect(coordinatesOf('31.5, 30.5', { around: null })).toMatchObject({
      position: [31.5, 30.5],
      unsure: true,
    })
    expect(coordinatesOf('31.5, 30.5', { around: [30, 31, 31, 32] })).toMatchObject({
      swapped: true,
      unsure: false,
    })
    expect(coordinatesOf('131.5, 130.5', { around: null })).toBeNull()
    expect(coordinatesOf('12号楼 3', { around: null })).toBeNull()
  })

  test('J4 another frame is taken only when it is told', () => {
    const [lon, lat] = toGcj02(wgs84(120.005, 31.005))
    const bd = bd09FromGcj02([lon, lat])
    expect(one(`${lon},${lat}`, { frame: 'gcj02' }).position).toEqual([
      expect.closeTo(120.005, 6),
      expect.closeTo(31.005, 6),
    ])
    expect(one(bd.join(), { frame: 'bd09' }).position).toEqual([
      expect.closeTo(120.005, 6),
      expect.closeTo(31.005, 6),
    ])
    expect(one(`${lon},${lat}`).position).toEqual([lon, lat])
    expect([...gcj02FromBd09(bd as [number, number])]).toEqual([
      expect.closeTo(lon, 9),
      expect.closeTo(lat, 9),
    ])
  })

  test('J5 the distance to the line of the zone is above 0 inside, below 0 outside every zone', () => {
    const inside = one('120.009,31.005', { decisive: new Map([['S', 'release']]) })
    expect(inside).toMatchObject({
      zone: 'S',
      level: 'controlled',
      edgeOf: 'S',
      rule: 'release',
      policy: 'cn-2021-three-zone',
    })
    expect(inside.edgeM).toBeCloseTo(95.5, 0)
    const outside = one('120.021,31.005')
    expect(outside).toMatchObject({ zone: null, edgeOf: 'P', inDistrict: true })
    expect(outside.edgeM).toBeCloseTo(-95.5, 0)
    expect(one('121,31').inDistrict).toBe(false)
  })

  test('J6 since when counts back through the stays of the zone; zones inside the place are named', () => {
    expect(one('锦绣苑').since).toBe('2022-05-10')
    expect(one('阳光新村').alsoIn).toEqual([])
    expect(one('文昌街道')).toMatchObject({ alsoIn: ['S'] })
    const later = {
      ...facts,
      zones: [facts.zones[0]!, { ...facts.zones[1]!, members: ['330102'] }, facts.zones[2]!],
    }
    expect(ask(['锦绣苑'], {}, later)[0]!.since).toBe('2022-05-20')
  })

  test('J9 a position that a zone without ground may hold is for a person, and not certain to lie in none', () => {
    const undrawn = aZone({ id: 'U', name: '未绘', level: 'sealed', from: '2022-05-20', members: [] })
    const [inside, outside] = ask(
      ['120.005,31.005', '120.025,31.005'],
      {},
      { ...facts, zones: [...facts.zones, undrawn] },
    )
    expect(inside).toMatchObject({ state: 'partly', zones: [{ zone: 'U' }, { zone: 'S' }] })
    expect(outside).toMatchObject({ state: 'partly', zones: [{ zone: 'U' }, { zone: null }] })
    expect(one('120.025,31.005')).toMatchObject({ state: 'matched', zone: null })
  })

  test('J9 a place of which a stricter zone has part is for a person, the strictest zone first', () => {
    for (const text of ['文昌街道', '文昌', '澜溪区'])
      expect(one(text)).toMatchObject({ state: 'partly', zone: null, level: null, edgeM: null })
    expect(one('文昌街道').zones.map(({ zone, since }) => [zone, since])).toEqual([
      ['S', null],
      ['P', '2022-05-09'],
    ])
    expect(one('澜溪区').zones.map(({ zone }) => zone)).toEqual(['S', 'P', null])
    expect(one('330102')).toMatchObject({ state: 'matched', zone: 'P', zones: [] })
    const withoutTown = { ...facts, zones: facts.zones.filter(({ id }) => id !== 'P') }
    expect(ask(['文昌街道'], {}, withoutTown)[0]!.zones.map(({ zone }) => zone)).toEqual(['S', null])
    expect(ask(['东门街道'], {}, withoutTown)[0]!).toMatchObject({ state: 'matched', zone: null })
    const unranked = { ...facts, zones: facts.zones.map((stay) => ({ ...stay, level: 'unheard of' })) }
    expect(ask(['文昌街道'], {}, unranked)[0]!.state).toBe('partly')
  })

  test('J10 a zone in force is found by id, name and printed code; a place of that name that lies otherwise is settled by hand', () => {
    const printed = new Map([['S', ['管01', 'C-01']]])
    for (const text of ['S', '锦绣片区', '管01', 'Ｃ－01', '管 1'])
      expect(one(text, { printed })).toMatchObject({ by: 'zone', state: 'matched', zone: 'S', place: null })
    expect(one('锦绣片区')).toMatchObject({ since: '2022-05-10', level: 'controlled', name: '锦绣片区' })
    expect(one('锦绣片区', { asOf: moment('2022-05-01').at }).state).toBe('unmatched')
    const called = { ...facts, zones: [{ ...facts.zones[0]!, name: '锦绣苑' }, ...facts.zones.slice(1)] }
    const either = ask(['锦绣苑'], {}, called)[0]!
    expect(either).toMatchObject({ state: 'ambiguous', zone: null, candidates: [{ code: '330101' }] })
    expect(either.zones.map(({ zone }) => zone)).toEqual(['S', 'P'])
    const own = {
      ...facts,
      zones: facts.zones.map((stay) => (stay.id === 'S' ? { ...stay, name: '锦绣苑' } : stay)),
    }
    expect(ask(['锦绣苑'], {}, own)[0]).toMatchObject({ state: 'matched', place: '330101', zone: 'S' })
    const elsewhere = {
      ...facts,
      zones: [...facts.zones, aZone({ id: 'Q', name: '东门街道', from: '2022-05-09' })],
    }
    const named = ask(['东门街道'], {}, elsewhere)[0]!
    expect(named.zones.map(({ zone }) => zone)).toEqual(['Q', null])
    const twice = { ...facts, zones: facts.zones.map((stay) => ({ ...stay, name: '同名片区' })) }
    const both = ask(['同名片区'], {}, twice)[0]!
    expect(both).toMatchObject({ state: 'ambiguous', by: 'zone', zone: null, candidates: [] })
    expect(both.zones.map(({ zone }) => zone)).toEqual(['S', 'P'])
  })

  test('J20 the whole name of a zone is that zone, though its address is of a place it has part of; of names alike the one written', () => {
    const drawn = box(120.032, 31.002, 120.035, 31.005)
    const quarter = aZone({ id: 'B', name: '江畔小区2号楼、12号楼', from: '2022-05-09', drawn })
    const named = { ...facts, zones: [quarter, ...facts.zones] }
    expect(ask([quarter.name], {}, named)[0]).toMatchObject({ state: 'matched', by: 'zone', zone: 'B' })
    expect(ask(['江畔小区2号楼'], {}, named)[0]).toMatchObject({ state: 'partly', zone: null })
    const elsewhere = { ...named, zones: [{ ...quarter, name: '锦绣苑2号楼、12号楼' }, ...facts.zones] }
    expect(ask(['锦绣苑2号楼、12号楼'], {}, elsewhere)[0]).toMatchObject({ state: 'ambiguous', zone: null })
    const codes = ['封1区', '封01区'].map((id) => ({ ...facts.zones[0]!, id, name: `${id}片` }))
    const alike = { ...facts, zones: [...codes, ...facts.zones] }
    for (const { id } of codes)
      expect(ask([id], {}, alike)[0]).toMatchObject({ state: 'matched', by: 'zone', zone: id })
    expect(ask(['封001区'], {}, alike)[0]).toMatchObject({ state: 'ambiguous', zone: null })
  })
})
