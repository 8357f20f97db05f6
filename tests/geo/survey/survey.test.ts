import { describe, expect, test } from 'vitest'
import { placesAt, readAsOf, type ZoneAnswer } from '#geo'
import { forecastChanges, futureOf } from '../../../geo/survey/future'
import type { Lowering } from '../../../geo/survey/lowering'
import { aRound, contacts, origin, SHANGHAI } from '../../helpers/facts'
import { aBegun, aChange } from '../../helpers/place-changes'
import { shanghai22May } from '../../helpers/policies'
import { smallDistrict, surveyOf } from './small-district'

const NOW = '2022-05-27T14:00'
const seen = surveyOf(smallDistrict, NOW)
const zone = (id: string) => seen.zones.find((one) => one.id === id)!

describe('the survey of a small district', () => {
  test('S7 cases: the last whole day, today so far, all so far; suspected apart', () => {
    expect(seen.cases).toMatchObject({
      yesterday: { day: '2022-05-26', total: 3, community: 0, controlled: 3, confirmed: 2, converted: 1 },
      today: { day: '2022-05-27', total: 0 },
      cumulative: {
        total: 7,
        community: 3,
        controlled: 4,
        confirmed: 5,
        asymptomatic: 2,
        since: '2022-05-12',
      },
      suspected: 1,
      communityZeroRun: { days: 12, from: '2022-05-15', to: '2022-05-26' },
      unattributed: 2,
    })
    expect(seen.cases!.yesterday).not.toHaveProperty('partial')
    expect(seen.caseDots.day.length).toBe(7)
    expect([...seen.caseDots.community]).toEqual([1, 1, 1, 0, 0, 0, 0])
  })

  test('S44 a pack that names no edition is read by the one that all its zones name, by none where they name several', () => {
    const { id } = shanghai22May
    const named = (policies: readonly (string | null)[]) => ({
      ...smallDistrict,
      pack: { ...smallDistrict.pack, policy: null },
      zones: smallDistrict.zones.map((stay, at) => ({
        ...stay,
        policy: at < policies.length ? policies[at]! : id,
      })),
    })
    const own = surveyOf(named([]), NOW)
    expect(own).toMatchObject({ policy: seen.policy, cases: seen.cases })
    expect(own.levels.map(({ zh, count }) => [zh, count])).toEqual(
      seen.levels.map(({ zh, count }) => [zh, count]),
    )
    const several = surveyOf(named(['cn-9th-2022']), NOW)
    expect(several.policy.id).toBe('')
    expect(several.cases!.cumulative).toMatchObject({
      total: 7,
      community: 0,
      controlled: 0,
      unknownFound: 7,
    })
    expect(several.levels.find(({ level }) => level === 'controlled')!.zh).toBe(
      seen.levels.find(({ level }) => level === 'controlled')!.zh,
    )
    expect(surveyOf(named([null]), NOW).policy.id).toBe('')
  })

  test('S7 at 24:00 the last whole day is the one that ends there', () => {
    const midnight = surveyOf(smallDistrict, '2022-05-26')
    expect(midnight.cases).toMatchObject({
      yesterday: { day: '2022-05-26', total: 3 },
      today: { day: '2022-05-26', total: 3 },
    })
    expect(midnight.cases!.daily.at(-1)).toMatchObject({ day: '2022-05-26', partial: false })
  })

  test('S8 zones: code of the level, days, people, cases, stays, what is to come', () => {
    expect(seen.zones.map(({ id }) => id)).toEqual(['F3', 'F2', 'F1'])
    expect(zone('F3')).toMatchObject({
      ...{
        code: { zh: '封3', en: 'S-3' },
        town: 'T2',
        dayNumber: 14,
        people: 3000,
        peopleKnown: 1,
        places: 1,
      },
      ...{
        word: 'approved',
        date: '2022-05-27T18:00:00+08:00',
        dayProgress: { have: 7, of: 7 },
        missing: [],
      },
    })
    expect(zone('F2')).toMatchObject({
      ...{ code: { zh: '管2', en: 'C-2' }, level: 'controlled', word: 'waiting', daysLeft: 2, cases: 1 },
      ...{
        since: '2022-05-26T08:00:00+08:00',
        designatedAt: '2022-05-15T08:00:00+08:00',
        lastCaseOn: '2022-05-14',
      },
    })
    expect(zone('F2').stays.map(({ level, to, cases }) => [level, to, cases])).toEqual([
      ['sealed', '2022-05-26T08:00:00+08:00', 1],
      ['controlled', null, 0],
    ])
    expect(zone('F1')).toMatchObject({ buildings: 2, cases: 3, guarded: 1, unguarded: 1, closed: 0 })
  })

  test('S8 what is to come is the forecast; a run that moved a zone earlier than anybody did announces nothing', () => {
    expect(zone('F1')).toMatchObject({
      word: 'waiting',
      date: '2022-06-02T10:00:00+08:00',
      dayProgress: { have: 1, of: 7 },
    })
    expect(zone('F1').forecast[0]).toEqual({ level: 'controlled', from: '2022-06-02T10:00:00+08:00' })
    const at = { asOf: Date.parse('2022-05-27T14:00:00+08:00'), timezone: 'Asia/Shanghai' }
    const move = (from: string) => ({ level: 'controlled', from, into: 'C1', recorded: false })
    const answer = (...forecast: ZoneAnswer['forecast']) => ({ forecast }) as unknown as ZoneAnswer
    expect(forecastChanges(answer(move('2022-05-26'), move('2022-06-02')), at)).toEqual([])
    expect(
      forecastChanges(answer({ ...move('2022-05-13'), recorded: true }, move('2022-06-02')), at),
    ).toEqual([{ level: 'controlled', from: '2022-06-02', into: 'C1' }])
    const row = { to: 'controlled', date: '2022-05-27', word: 'toApprove', into: 'C1' } as Lowering
    expect(futureOf([], row)).toEqual([{ level: 'controlled', from: '2022-05-27', into: 'C1' }])
    expect(futureOf([], { ...row, word: 'unmet' })).toEqual([])
  })

  test('S9 the timeline counts past days at their end, today at the as-of, later days as to come', () => {
    const counts = (day: string) => seen.timeline.find((one) => one.day === day)!
    expect(seen.timeline[0]).toEqual({ day: '2022-05-13', counts: { sealed: 1 }, forecast: false })
    expect(counts('2022-05-26')).toEqual({
      day: '2022-05-26',
      counts: { sealed: 2, controlled: 1 },
      forecast: false,
    })
    expect(counts('2022-05-27')).toEqual({
      day: '2022-05-27',
      counts: { sealed: 2, controlled: 1 },
      forecast: false,
    })
    expect(counts('2022-05-29')).toMatchObject({
      counts: { sealed: 1, controlled: 1, precaution: 1 },
      forecast: true,
    })
    expect(counts('2022-06-02').counts).toEqual({ controlled: 1, precaution: 2 })
  })

  test('S10 running figures: value, change against the same hour, nine days, unknown before the first row', () => {
    expect(seen.figures.map(({ id, value, delta }) => [id, value, delta])).toEqual([
      ['contactsInCare', 1, -1],
      ['contactsToMove', 2, 1],
      ['roomsInUse', 100, -20],
    ])
    expect(seen.figures[2]!.series).toEqual([null, null, null, null, null, null, null, 120, 100])
    const without = surveyOf({ ...smallDistrict, stated: new Set(['cases']) }, NOW)
    expect(without.figures[0]!.value).toBeNull()
  })

  test('S11 area-wide rounds: each ground once, no zone’s own round, shares of 应检', () => {
    expect(seen.rounds.map(({ round, state }) => [round, state])).toEqual([
      ['4', 'done'],
      ['5', 'running'],
    ])
    expect(seen.rounds[1]).toMatchObject({
      ...{ due: 1800, excused: 200, sampled: 1050, resulted: 750, to: null },
      ...{ sampledShare: 1050 / 1800, resultedShare: 750 / 1800 },
    })
  })

  test('S11 a file that goes on naming a village that became part of another loses nobody and counts nobody twice', () => {
    const roundOf = (
      listed: Record<string, number>,
      merged: boolean,
      files: Record<string, string> = {},
      ends = ['V11', 'V12'],
    ) => {
      const rounds = Object.entries(listed).map(([place, people], i) =>
        aRound({
          ...{ place, round: '9', startedAt: '2022-05-27T06:00', finishedAt: '2022-05-27T10:00' },
          ...{ listed: people, sampled: people, resulted: people },
          origin: origin(files[place] ?? 'rounds.csv', i + 1),
        }),
      )
      const changes = [aChange({ kind: 'merged', at: '2022-05-26', ends, begins: [aBegun(ends[0]!)] })]
      const facts = placesAt(
        { ...smallDistrict, rounds, ...(merged ? { placeChanges: changes } : {}) },
        readAsOf(SHANGHAI, NOW)!,
      )
      const { rounds: all, towns } = surveyOf(facts, NOW)
      return [all.find(({ round }) => round === '9')!.due, towns[0]!.listed]
    }
    const both = { V11: 1000, V12: 2000, V21: 3000 }
    expect(roundOf(both, false)).toEqual([6000, 3000])
    expect(roundOf(both, true)).toEqual([6000, 3000])
    expect(roundOf({ ...both, V11: 3000 }, true)).toEqual([6000, 3000])
    expect(roundOf({ ...both, V11: 3000 }, true, { V12: 'old.csv' })).toEqual([6000, 3000])
    const unknown = { ...both, V22: 50 }
    expect(roundOf(unknown, true, {}, ['V21', 'V22'])).toEqual([6050, 3000])
    expect(roundOf(unknown, true, { V22: 'old.csv' }, ['V21', 'V22'])).toEqual([6000, 3000])
  })

  test('S63 what one row counts too many does not make up for those that another has not sampled', () => {
    const sharesOf = (sampled: number) => {
      const row = (place: string, more: object) =>
        aRound({ place, round: '9', startedAt: '2022-05-27T06:00', listed: 1000, resulted: 0, ...more })
      const rounds = [
        row('V11', { sampled }),
        row('V12', { sampled: 900 }),
        row('V21', { sampled: 900, resulted: 900 }),
      ]
      const { rounds: all, towns } = surveyOf({ ...smallDistrict, rounds }, NOW)
      return [
        all.find(({ round }) => round === '9')!.sampledShare,
        ...towns.map(({ sampledShare }) => sampledShare),
      ]
    }
    expect(sharesOf(1000).slice(0, 3)).toEqual([2800 / 3000, 1900 / 2000, 900 / 1000])
    expect(sharesOf(1100).slice(0, 3)).toEqual([null, null, 900 / 1000])
  })

  test('S12 towns and what has no town: zones, current round, contacts to move, silent villages, gaps, cases', () => {
    expect(seen.towns.map(({ code, zones }) => [code, zones])).toEqual([
      ['T1', { sealed: 1, controlled: 1 }],
      ['T2', { sealed: 1 }],
    ])
    expect(seen.towns[0]).toMatchObject({
      listed: 900,
      sampled: 600,
      resulted: 300,
      contactsToMove: 0,
      silent: 1,
      unguarded: 1,
      cases: 4,
    })
    expect(seen.townless).toMatchObject({ contactsToMove: 1, cases: 1, silent: 0, unguarded: 0 })
    expect(seen.reporting!.silentNames).toEqual([
      { code: 'V12', name: 'V12村', town: 'T1' },
      { code: 'V22', name: 'V22村', town: 'T2' },
    ])
  })

  test('S13 sources: late is an hourly source an hour behind the newest; a stated time speaks for a list', () => {
    const late = () => seen.sources.filter((one) => one.late).map(({ id }) => id)
    expect(late()).toEqual(['contacts', 'occupancy'])
    const fact = { zone: null, place: 'D', at: { at: Date.parse('2022-05-27T14:00:00+08:00'), isDay: false } }
    const origin = { file: 'facts.csv', row: 1, knownAt: null }
    const stated = surveyOf(
      { ...smallDistrict, statedFacts: [{ ...fact, fact: 'asOf.contacts', value: '14:00', origin }] },
      NOW,
    )
    expect(stated.sources.find(({ id }) => id === 'contacts')).toMatchObject({
      at: '2022-05-27T14:00:00+08:00',
      late: false,
    })
    expect(stated.figures[0]!.at).toBe('2022-05-27T14:00:00+08:00')
    expect(stated.sources.find(({ id }) => id === 'occupancy')).toMatchObject({ late: true, lagHours: 2 })
  })

  test('S13 how late a source is counts from the as-of, not from the newest of the others', () => {
    const at = (when: string) => surveyOf(smallDistrict, when).sources.find(({ id }) => id === 'occupancy')!
    expect(at('2022-05-27T14:00')).toMatchObject({ late: true, lagHours: 2 })
    expect(at('2022-05-27T17:00')).toMatchObject({ late: true, lagHours: 5 })
  })

  test('S13 when a file was imported is no time of its list: the newest fact is, and without one that it was imported', () => {
    const imported = Date.parse('2022-05-27T13:58:00+08:00')
    const rounds = smallDistrict.rounds.map((one) => ({
      ...one,
      origin: { ...one.origin, knownAt: imported },
    }))
    const brought = { file: 'rounds.csv', ground: 'district', until: null, knownAt: imported } as const
    const listSources = [{ list: 'rounds', ...brought }] as const
    const read = (facts: typeof smallDistrict) =>
      surveyOf(facts, NOW).sources.find(({ id }) => id === 'rounds')
    expect(read({ ...smallDistrict, rounds, listSources })).toMatchObject({
      at: '2022-05-27T13:40:00+08:00',
      basis: 'newest',
    })
    const timeless = rounds.map((one) => ({
      ...one,
      startedAt: { at: Number.NaN, isDay: false },
      finishedAt: null,
    }))
    expect(read({ ...smallDistrict, rounds: timeless, listSources })).toMatchObject({
      at: '2022-05-27T13:58:00+08:00',
      basis: 'imported',
      late: false,
    })
    const until = { at: Date.parse('2022-05-27T13:50:00+08:00'), isDay: false }
    expect(
      read({ ...smallDistrict, rounds, listSources: [...listSources, { ...listSources[0], until }] }),
    ).toMatchObject({ at: '2022-05-27T13:50:00+08:00', basis: 'stated' })
  })

  test('S13 a list of cases that lacks a town, or that has fallen silent, is late and says so', () => {
    const listSources = [{ list: 'cases', file: null, ground: ['T1'], until: null, knownAt: null }] as const
    const cases = (facts: typeof smallDistrict) =>
      surveyOf(facts, NOW).sources.find(({ id }) => id === 'cases')!
    expect(cases({ ...smallDistrict, listSources })).toMatchObject({
      late: true,
      towns: { spoken: 1, of: 2, lacks: ['西镇'] },
    })
    const until = { at: Date.parse('2022-05-25T07:00:00+08:00'), isDay: false }
    const silent = [{ ...listSources[0], ground: 'district', until }] as const
    const pack = { ...smallDistrict.pack, use: 'live' as const }
    expect(cases({ ...smallDistrict, pack, listSources: silent })).toMatchObject({
      late: true,
      over: { until: '2022-05-25T07:00:00+08:00' },
    })
    const townless = { ...smallDistrict, places: [], listSources }
    expect(cases(townless)).not.toHaveProperty('towns')
    expect(cases(smallDistrict)).not.toHaveProperty('towns')
    expect(cases(smallDistrict)).not.toHaveProperty('over')
  })

  test('zones whose codes differ by a zero only are not printed as two of one number', () => {
    const [first] = smallDistrict.zones
    const ids = [
      { ...first!, id: 'S-01' },
      { ...first!, id: 'A1' },
    ]
    const codes = surveyOf({ ...smallDistrict, zones: ids }, NOW).zones.map(({ code }) => code.en)
    expect(codes.sort()).toEqual(['A1', 'S-01'])
  })

  test('S14 the headline counts what is decided, what waits, and the next date', () => {
    expect(seen.headline).toEqual({
      ...{ toRaise: 0, approved: 1, toApprove: 0, toAssess: 0, met: 0, overdueUnmet: 0, unknown: 0 },
      ...{ nextDate: '2022-05-29T08:00:00+08:00', firstApprovedAt: '2022-05-27T18:00:00+08:00' },
    })
  })

  test('S15 perimeter: points shared by zones once, gaps under the strictest zone, the district’s line apart', () => {
    expect(seen.perimeter).toMatchObject({ total: 4, guarded: 2, unguarded: 2, closed: 0 })
    expect(
      seen.perimeter!.gaps.map(({ zone: id, town, crossing }) => [id, town, crossing.position[0]]),
    ).toEqual([
      ['F1', 'T1', 120.01],
      ['F3', 'T2', 120.03],
    ])
    expect(seen.perimeter!.district).toEqual({ total: 2, guarded: 1, unguarded: 1, closed: 0 })
  })

  test('S38 who lives in a zone that nobody drew is unknown, and its level a lower bound', () => {
    const undrawn = { ...smallDistrict.zones[0]!, id: 'F9', members: [], shape: null }
    const one = surveyOf({ ...smallDistrict, zones: [...smallDistrict.zones, undrawn] }, NOW)
    const zone = one.zones.find(({ id }) => id === 'F9')!
    expect(zone).toMatchObject({ people: null, peopleKnown: 0, households: null })
    const [sealed, before] = [one, seen].map(({ levels }) => levels.find(({ level }) => level === 'sealed')!)
    expect(sealed!.people).toBe(before!.people)
    expect(sealed!.peopleKnown).toBeLessThan(1)
    const alone = surveyOf({ ...smallDistrict, zones: [undrawn] }, NOW)
    expect(alone.levels.find(({ level }) => level === 'sealed')).toMatchObject({ people: null })
  })

  test('S16 a list that is not known gives null, not 0', () => {
    const bare = surveyOf({ ...smallDistrict, stated: new Set(['places', 'zones']) }, NOW)
    expect(bare.cases).toBeNull()
    expect(bare.perimeter).toBeNull()
    expect(bare.reporting).toBeNull()
    expect(bare.towns[0]).toMatchObject({ contactsToMove: null, silent: null, unguarded: null })
    expect(bare.zones).toHaveLength(3)
  })
})

describe('what is not known is not none', () => {
  const live = { ...smallDistrict, pack: { ...smallDistrict.pack, use: 'live' as const } }

  test('S40 a day the list of cases no longer reaches is open, and no run without cases goes through it', () => {
    const near = surveyOf(live, '2022-05-27T14:00')
    const far = surveyOf(live, '2022-06-20T14:00')
    expect(near.cases!.open!.yesterday).toBeNull()
    expect(near.cases!.communityZeroRun).not.toBeNull()
    expect(far.cases!.open!.yesterday).toMatchObject({ lacks: [] })
    expect(far.cases!.open!.yesterday!.until).not.toBeNull()
    expect(far.cases!.communityZeroRun).toBeNull()
    expect(surveyOf(smallDistrict, '2022-06-20T14:00').cases!.open!.yesterday).toBeNull()
  })

  test('S65 a case of the community of no known day ends the claim of days without one, wherever it lay', () => {
    const { cases } = smallDistrict
    const at = (row: number, kept: number): number => (row === 0 ? Number.NaN : kept)
    const undated = {
      ...cases,
      reportedAt: { ...cases.reportedAt, at: cases.reportedAt.at.map((kept, row) => at(row, kept)) },
    }
    const found = (word: string) => ({
      ...undated,
      foundIn: {
        ...undated.foundIn,
        values: [...undated.foundIn.values, word],
        codes: undated.foundIn.codes.map((code, row) => (row === 0 ? undated.foundIn.values.length : code)),
      },
    })
    const casesOf = (word: string) =>
      surveyOf({ ...smallDistrict, cases: found(word) } as typeof smallDistrict, NOW).cases!
    expect(casesOf('community')).toMatchObject({ undatedCommunity: 1, communityZeroRun: null })
    expect(casesOf('zone').undatedCommunity).toBeUndefined()
    expect(casesOf('zone').communityZeroRun).not.toBeNull()
  })

  test('S41 towns have no number of cases or contacts where the total has none', () => {
    const bare = surveyOf({ ...smallDistrict, stated: new Set(['places', 'zones']) }, NOW)
    expect(bare.towns.every(({ cases, contactsToMove }) => cases === null && contactsToMove === null)).toBe(
      true,
    )
    const before = surveyOf(smallDistrict, '2020-01-01')
    expect(before.figures.find(({ id }) => id === 'contactsToMove')!.value).toBeNull()
    expect(before.towns.every(({ contactsToMove }) => contactsToMove === null)).toBe(true)
    const none = surveyOf({ ...smallDistrict, contacts: contacts([]) }, NOW)
    expect(none.figures.find(({ id }) => id === 'contactsToMove')!.value).toBe(0)
    expect(none.towns.every(({ contactsToMove }) => contactsToMove === 0)).toBe(true)
  })
})
