import { describe, expect, test } from 'vitest'
import { admit } from '../../../src/log/admit'
import type { Body } from '../../../src/log/events'
import { fold } from '../../../src/log/fold/fold'
import type { ContactRecord } from '../../../src/log/hand/contact-body'
import { handFault } from '../../../src/log/hand/hand-faults'
import { pastedContacts } from '../../../src/log/hand/pasted-contacts'
import { rowIdentity } from '../../../src/log/hand/row-identity'
import { invalidPart } from '../../../src/log/outside/schema'
import { undoDrafts } from '../../../src/log/undo'
import { aDay, aTime, LogPen } from '../../helpers/log'

const NOON = '2022-05-20T12:00:00+08:00'
const NOW = Date.parse('2022-05-20T18:00:00+08:00')
const read = (pen: LogPen) => fold(pen.events, pen.blocks, { known: null })

const aContact = (over: Partial<ContactRecord> = {}): Extract<Body, { type: 'contact.added@1' }> => ({
  type: 'contact.added@1',
  contact: {
    ...{ id: 'M7', case: 'C1', kind: 'close', place: 'V1', exposedAt: '2022-05-18' },
    ...{ transferredAt: null, site: null, releasedAt: null, result: null },
    ...over,
  },
})
function aLog(): LogPen {
  const pen = new LogPen()
  pen.bring('places', [
    { code: 'V1', name: '东村', kind: 'village' },
    { code: 'V2', name: '西村', kind: 'village' },
  ])
  pen.bring('facilities', [{ id: 'Q1', kind: 'quarantine', lng: 113, lat: 23, rooms: 40 }])
  pen.bring('cases', [{ id: 'C1', kind: 'confirmed', place: 'V1', reportedAt: aDay('2022-05-18') }])
  return pen
}
const rows = (pen: LogPen) => {
  const { contacts } = read(pen)
  const text = (name: 'id' | 'case' | 'kind' | 'place' | 'site' | 'result', row: number) =>
    contacts[name].values[contacts[name].codes[row]!] ?? null
  return Array.from({ length: contacts.length }, (_, row) => ({
    ...{ id: text('id', row), kind: text('kind', row), site: text('site', row), result: text('result', row) },
    place: text('place', row),
    moved: contacts.transferredAt.at[row],
    released: contacts.releasedAt.at[row],
  }))
}
const moved = (row: string, site: string | null = 'Q1'): Body => ({
  type: 'contact.moved@1',
  row,
  at: NOON,
  site,
})

describe('L100 a contact is added, moved, released, has its result or is handed to another county', () => {
  test('a row of its list that each deed changes, and undone nothing is left', () => {
    const pen = aLog()
    pen.say(aContact())
    pen.say(aContact({ id: null }))
    const [, second] = read(pen).rowHistory.map(({ row }) => row)
    pen.say(moved('M7|C1'))
    pen.say({ type: 'contact.resulted@1', row: 'M7|C1', result: 'negative' })
    pen.say({ type: 'contact.released@1', row: 'M7|C1', at: NOON })
    pen.say({ type: 'contact.handedOver@1', row: second! })
    expect(read(pen).unapplied).toEqual([])
    expect(rows(pen)).toEqual([
      {
        ...{ id: 'M7', kind: 'close', place: 'V1', site: 'Q1', result: 'negative' },
        moved: aTime(NOON).at,
        released: aTime(NOON).at,
      },
      {
        ...{ id: null, kind: 'handedOver', place: 'V1', site: null, result: null },
        moved: Number.NaN,
        released: Number.NaN,
      },
    ])
    expect(read(pen).rowHistory.map(({ kind }) => kind)).toEqual([
      ...['entered', 'entered', 'told', 'told', 'told', 'told'],
    ])
    for (let n = 0; n < 6; n += 1) pen.say(...undoDrafts(pen.events, 'd1'))
    expect(read(pen).contacts.length).toBe(0)
    expect(read(pen).stated.has('contacts')).toBe(false)
  })

  test('the number of a contact that stands is not entered again, and what nobody added is not moved', () => {
    const pen = aLog()
    pen.say(aContact())
    pen.say(aContact({ kind: 'secondary' }))
    pen.say(moved('M9|C1'))
    expect(read(pen).unapplied.map(({ code }) => code)).toEqual(['already-held', 'no-such-row'])
  })

  test('what was told stands when the file comes again, until the file brings something else there', () => {
    const pen = aLog()
    const row = { id: 'M1', case: 'C1', kind: 'close', place: 'V1', result: 'pending' }
    pen.bring('contacts', [row])
    pen.say({ type: 'contact.resulted@1', row: 'M1|C1', result: 'negative' }, moved('M1|C1'))
    const again = (over: object): void => {
      const offered = new LogPen('other')
      const draft = offered.importing('contacts', [{ ...row, ...over }] as never)
      const { drafts, blocks } = admit({ drafts: [draft], blocks: offered.blocks }, pen.events, pen.blocks)
      for (const [hash, block] of blocks) pen.blocks.set(hash, block)
      pen.say(...drafts)
    }
    again({})
    expect(rows(pen)[0]).toMatchObject({ result: 'negative', site: 'Q1' })
    again({ place: 'V2' })
    expect(rows(pen)[0]).toMatchObject({ place: 'V2', result: 'negative', site: 'Q1' })
    again({ place: 'V2', result: 'positive' })
    expect(rows(pen)[0]).toMatchObject({ result: 'positive', site: 'Q1', moved: aTime(NOON).at })
    const told = read(pen).rowHistory.find(({ set }) => set.some(({ field }) => field === 'result'))!
    expect(told.set[0]).toMatchObject({ before: 'pending', after: 'negative', brought: 'positive' })
  })

  test.each<[string, Body, unknown]>([
    ['a kind that is none', aContact(), { contact: { ...aContact().contact, kind: 'friend' } }],
    ['a time that is none', moved('M7|C1'), { at: 'soon' }],
    ['a row without an identity', moved('M7|C1'), { row: '' }],
    [
      'a result that is none',
      { type: 'contact.resulted@1', row: 'x', result: 'negative' },
      { result: 'clean' },
    ],
  ])('%s is not valid', (_, body, over) => {
    const [event] = new LogPen().say(body)
    expect(invalidPart(event)).toBe(null)
    expect(invalidPart({ ...event, ...(over as object) })).not.toBe(null)
  })

  const pen = aLog()
  pen.say(aContact())
  const facts = read(pen)
  test.each<[Body, string, string]>([
    [aContact({ case: 'C9' }), 'case', 'no-such-case'],
    [aContact({ kind: null }), 'kind', 'no-kind'],
    [aContact({ place: '13812345678' }), 'place', 'personal'],
    [aContact({ exposedAt: '2022-05-21' }), 'exposedAt', 'implausible-time'],
    [aContact({ id: '13812345678' }), 'id', 'personal'],
    [aContact(), 'id', 'contact-taken'],
    [aContact({ id: 'M8', site: 'Q9' }), 'site', 'no-such-site'],
    [moved('M7|C1', 'Q9'), 'site', 'no-such-site'],
    [{ type: 'contact.released@1', row: 'M7|C1', at: '2022-05-21' }, 'at', 'implausible-time'],
  ])('what is missing is one code at its field: %j', (body, field, code) => {
    expect(handFault(body as never, facts, NOW)).toEqual({ field, code })
  })
  test('what is whole can be written', () => {
    for (const body of [
      aContact({ id: 'M8' }),
      aContact({ id: null, case: null, place: null }),
      moved('M7|C1', null),
    ])
      expect(handFault(body as never, facts, NOW)).toBe(null)
  })
})

describe('L101 of a pasted list of contacts no name and no number of a person is kept', () => {
  const facts = read(aLog())
  const ofAll = { case: 'C1', kind: 'close', exposedAt: '2022-05-18' }
  const text = [
    '姓名\t电话\t现住址\t类型\t末次接触时间',
    '王小明\t13812345678\t东村\t次密接\t2022/5/19 08:30',
    '欧阳静, 440103199001011234, 西村, 阴性, M0412',
    '',
    '李四 13900001111',
  ].join('\n')
  const pasted = pastedContacts(text, ofAll, facts)

  test('one contact a line, with kind, place, time, result and number where the line tells them', () => {
    expect(pasted.contacts).toMatchObject([
      { id: null, case: 'C1', kind: 'secondary', place: 'V1', exposedAt: '2022-05-19T08:30:00+08:00' },
      { id: 'M0412', kind: 'close', place: 'V2', exposedAt: '2022-05-18', result: 'negative' },
      { id: null, kind: 'close', place: null, exposedAt: '2022-05-18' },
    ])
    expect(pasted).toMatchObject({ unplaced: 1, dropped: 5 })
  })

  test('nothing else of it is in the log, and all are one step of undo', () => {
    const pen = aLog()
    pen.say(...pasted.contacts.map((contact): Body => ({ type: 'contact.added@1', contact })))
    const written = JSON.stringify([pen.events, read(pen).contacts, read(pen).rowHistory])
    for (const secret of ['王小明', '欧阳静', '李四', '13812345678', '440103199001011234', '13900001111'])
      expect(written).not.toContain(secret)
    expect(read(pen).contacts.length).toBe(3)
    pen.say(...undoDrafts(pen.events, 'd1'))
    expect(read(pen).contacts.length).toBe(0)
  })
})

describe('L102 a row of any list is named by where it came from', () => {
  test('of a file by its segment and number, of the log by its line', () => {
    const pen = aLog()
    pen.bring('contacts', [{ case: 'C1', kind: 'close', place: 'V1' }])
    pen.say(aContact())
    const log = { ordered: pen.events, blocks: pen.blocks }
    const { contacts } = read(pen)
    const ids = Array.from({ length: contacts.length }, (_, row) =>
      rowIdentity(log, {
        list: 'contacts',
        timezone: 'Asia/Shanghai',
        at: {
          file: contacts.file.values[contacts.file.codes[row]!]!,
          row: contacts.row[row]!,
          segment: contacts.segment!.values[contacts.segment!.codes[row]!] ?? null,
        },
      }),
    )
    expect(ids[1]).toBe('M7|C1')
    pen.say({ type: 'contacts.retracted@1', row: ids[0]!, because: '重复' })
    expect(rows(pen).map(({ id }) => id)).toEqual(['M7'])
    expect(
      rowIdentity(log, { list: 'cases', timezone: 'Asia/Shanghai', at: { file: 'log.ndjson', row: 5 } }),
    ).toBe(null)
  })
})
