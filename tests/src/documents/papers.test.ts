import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import {
  type Answers,
  answersOf,
  boundaryStretches,
  policyDocuments,
  readAsOf,
  resolvePolicy,
  type SurveyUnplaced,
  type SurveyZone,
  type UnplacedRow,
} from '#geo'
import { assessmentForm } from '../../../src/documents/assessment'
import {
  type PaperDocument,
  type Translate,
  table as tableOf,
  textOf as textWith,
} from '../../../src/documents/document'
import { docxOf } from '../../../src/documents/docx'
import { boundarySentence, type NoticeForm, notice } from '../../../src/documents/notice'
import { tabbedRow } from '../../../src/export/csv'
import { createTranslator } from '../../../src/i18n'
import { formatArea, formatCount, type Locale } from '../../../src/i18n/format'
import { emptyRegister, type Register } from '../../../src/log/fold/register'
import { stepTargetOf } from '../../../src/operations/approval/step-target'
import { smallDistrict } from '../../geo/survey/small-district'
import { SHANGHAI } from '../../helpers/facts'

const register: Register = { ...emptyRegister(), ...smallDistrict, head: 'abcdef0123456789', events: 12 }
const answers: Answers = answersOf(register, { asOf: readAsOf(SHANGHAI, '2022-05-27T14:00')! })
const policy = resolvePolicy(register.pack.policy!, policyDocuments(register)).policy
const frame = { head: register.head, events: register.events, synthetic: true, exercise: false }
const translate = (locale: Locale) =>
  (createTranslator(locale) as unknown as { global: { t: Translate } }).global.t
const zoneOf = (id: string): SurveyZone => answers.survey.zones.find((zone) => zone.id === id)!

function formOf(id: string, locale: Locale, other: Partial<SurveyZone> = {}): PaperDocument {
  const { assess, survey } = answers
  const target = stepTargetOf({ register, assess, survey }, { zone: id, transition: zoneOf(id).decisive! })!
  const { zone, transition, seen, chain } = target
  return assessmentForm({
    zone: { ...zone, ...other },
    transition,
    seen,
    chain,
    deeds: [],
    survey,
    locale,
    t: translate(locale),
    frame,
  })
}
const textOf = (paper: PaperDocument): string => textWith(paper, tabbedRow)
const FORM: NoticeForm = { number: '7', office: '区指挥部', phone: '000', signer: '' }
function noticeOf(
  zone: SurveyZone,
  locale: Locale,
  form: Partial<NoticeForm> = {},
  survey = answers.survey,
): PaperDocument {
  const { assess } = answers
  const about = { zone: zone.id, transition: zone.decisive ?? '' }
  return notice({
    ...{ zone, transition: stepTargetOf({ register, assess, survey }, about)?.transition ?? null },
    boundary: boundaryStretches(register, zone.outline),
    places: register.places.filter(({ code }) =>
      register.zones.find(({ id }) => id === zone.id)?.members.includes(code),
    ),
    ...{ survey, policy, form: { ...FORM, ...form }, locale, t: translate(locale), frame },
  })
}
/** The text of the document as a reader of the file finds it. */
async function wordsOf(paper: PaperDocument): Promise<string> {
  const files = unzipSync(await docxOf(paper, null))
  const xml = strFromU8(files['word/document.xml']!)
  return xml
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
}
const both = ['zh', 'en'] as const
const ids = answers.survey.zones.filter(({ decisive }) => decisive).map(({ id }) => id)

describe('the assessment form', () => {
  test.each(both)('every zone: page, text and DOCX hold the figures of the answers (%s)', async (locale) => {
    expect(ids.length).toBeGreaterThan(2)
    for (const id of ids) {
      const zone = zoneOf(id)
      const paper = formOf(id, locale)
      const docx = await wordsOf(paper)
      for (const words of [textOf(paper), docx]) {
        expect(words).toContain(zone.name)
        expect(words).toContain(`${formatArea(zone.areaM2)} km²`)
        expect(words).toContain(formatCount(zone.people))
        expect(words).toContain(`${formatCount(zone.cases)} / `)
        expect(words).not.toMatch(/documents\.|approval\.|undefined|NaN|\{\w+\}/)
      }
    }
  })

  test('each condition has a row with its source, findings stand apart, and what is open is set in bold', () => {
    const id = ids.find((one) => zoneOf(one).missing.length > 0)!
    const paper = formOf(id, 'zh')
    const table = (name: string) => paper.blocks.find((block) => block.kind === 'table' && block.id === name)
    const conditions = table('conditions') as Extract<PaperDocument['blocks'][number], { kind: 'table' }>
    const answer = answers.assess.zones.find((zone) => zone.id === id)!
    const decisive = answer.transitions.find((one) => one.id === zoneOf(id).decisive)!
    const deciding = decisive.conditions.filter(({ authority }) => authority !== 'reference')
    expect(conditions.rows.map(([name]) => name)).toEqual(deciding.map(({ zh }) => zh))
    expect(conditions.strong).toEqual(deciding.flatMap(({ state }, at) => (state === 'met' ? [] : [at])))
    deciding.forEach(({ evidence }, at) => {
      const last = evidence.at(-1)
      if (last) expect(conditions.rows[at]![4]).toContain(String(last.row))
      else expect(conditions.rows[at]![4]).toBe('—')
    })
    const findings = table('findings') as typeof conditions
    expect(findings.rows.map(([name]) => name)).toEqual(decisive.findings.map(({ zh }) => zh))
  })

  test('while something is missing the day of the row is told, with what it hangs on', () => {
    const localOf = (zone: Partial<SurveyZone>): string => {
      const dates = formOf(ids.find((id) => zoneOf(id).missing.length > 0)!, 'zh', zone).blocks.find(
        (block) => block.kind === 'table' && block.id === 'dates',
      )
      return (dates as Extract<PaperDocument['blocks'][number], { kind: 'table' }>).rows[1]![1]!
    }
    expect(localOf({ date: null, ifDone: null, held: null })).toMatch(/^还缺 \d+ 项，补齐后确定$/)
    const ifDone = { at: '2022-06-03T09:30:00+08:00', open: [], decidedBy: null }
    expect(localOf({ date: null, ifDone, held: null })).toMatch(
      /^还缺 \d+ 项，补齐后最早 2022年6月3日 09:30$/,
    )
    const held = { own: true, through: [], lists: false, to: 'normal', oncePlacedAt: '2022-06-03' }
    expect(localOf({ date: null, ifDone, held })).toBe('落位后最早 6/3')
    expect(localOf({ date: '2022-05-29' })).toBe('最早 2022年5月29日')
  })

  test('it is internal, says that its data is fictional, and has lines to sign', () => {
    const paper = formOf(ids[0]!, 'zh')
    expect(paper.stamp).toBe('内部资料 不得外传')
    expect(paper.labels).toContain('演示数据（虚构）')
    expect(textOf(paper)).toMatch(/拟稿：.*核稿：.*签发：/)
    expect(paper.footer).toContain('abcdef012345')
  })

  test('copied into a sheet no cell of it runs', () => {
    const blocks = [tableOf('steps', [['a', '=HYPERLINK("x")']], { widths: [1, 1] })]
    expect(textOf({ ...formOf(ids[0]!, 'zh'), blocks })).toContain('a\t\'=HYPERLINK("x")')
  })
})

describe('the notice', () => {
  test.each(both)('names every place, the four sides and the way to object (%s)', async (locale) => {
    for (const zone of answers.survey.zones) {
      const words = await wordsOf(noticeOf(zone, locale))
      for (const { code, name } of register.places)
        if (register.zones.find(({ id }) => id === zone.id)?.members.includes(code))
          expect(words).toContain(name)
      expect(words).toMatch(
        locale === 'zh'
          ? /东至.+；南至.+；西至.+；北至.+。/
          : /East: .+\. South: .+\. West: .+\. North: .+\./,
      )
      expect(words).toContain('000')
      expect(words).not.toMatch(/documents\.|undefined|NaN|\{\w+\}/)
    }
  })

  test('fewer than five cases are told only as that, five exactly, none as none, unknown as not connected', () => {
    const zone = answers.survey.zones[0]!
    const told = (cases: number): string => textOf(noticeOf({ ...zone, cases }, 'zh'))
    expect(told(4)).toContain('少于 5 例')
    expect(told(4)).not.toMatch(/感染者 ?4/)
    expect(told(1)).toContain('少于 5 例')
    expect(told(5)).toContain('感染者 5 例')
    expect(told(0)).toContain('未报告')
  })

  test('tells nobody that there is no case while one that could not be placed may be inside', () => {
    const zone = { ...answers.survey.zones[0]!, cases: 0 }
    const row = { zones: [zone.id] } as unknown as UnplacedRow
    const unplaced = (list: UnplacedRow['list'], rows: readonly UnplacedRow[]) =>
      ({ ...answers.survey.unplaced, items: [{ list, rows }] }) as unknown as SurveyUnplaced
    const told = (open: SurveyUnplaced | null, cases = 0, locale: Locale = 'zh'): string =>
      textOf(noticeOf({ ...zone, cases }, locale, {}, { ...answers.survey, unplaced: open }))
    expect(told(null)).toContain('区内未报告感染者')
    expect(told(unplaced('rounds', [row]))).toContain('区内未报告感染者')
    expect(told(unplaced('cases', [{ ...row, zones: ['another'] }]))).toContain('区内未报告感染者')
    expect(told(unplaced('cases', [row]))).not.toContain('未报告')
    expect(told(unplaced('cases', [row]))).toContain('尚在核实，可能在区内')
    expect(told(unplaced('cases', [row]), 6)).toMatch(/感染者 6 例。另有报告的地点尚在核实/)
    expect(told(unplaced('cases', [row]), 0, 'en')).toContain('they may be inside')
  })

  test('shows no crossing or post and nothing that is not approved', () => {
    for (const zone of answers.survey.zones) {
      const words = textOf(noticeOf(zone, 'zh'))
      expect(words).not.toMatch(/出入口|卡点|在岗|待审批|待评估|最早/)
      const changed = zone.stays.some(({ level }) => level !== zone.level)
      if (zone.word !== 'approved') expect(words).toMatch(changed ? /由.+区调整为/ : /将.+划定为/)
    }
    const approved = answers.survey.zones.find(({ word }) => word === 'approved')!
    expect(textOf(noticeOf(approved, 'zh'))).toMatch(/经评估和批准，自2022年5月27日 18:00起/)
  })

  test('says what lies inside under another level, and what is not known of the people', () => {
    const inner = answers.survey.zones.reduce((a, b) => (b.rank > a.rank ? b : a))
    const outer = { ...inner, id: 'outer', rank: inner.rank - 1 }
    expect(textOf(noticeOf(outer, 'zh'))).toMatch(new RegExp(`其中.*${inner.name}（.+）按各自级别管理`))
    expect(textOf(noticeOf(inner, 'zh'))).not.toContain('按各自级别管理')
    const told = (part: Partial<SurveyZone>): string => textOf(noticeOf({ ...inner, ...part }, 'zh'))
    expect(told({ people: 90, peopleKnown: 0.5 })).toContain('人口至少 90 人')
    expect(told({ people: null, peopleKnown: 0 })).toContain('人口未知')
  })

  test('W19 what runs on a little round a corner is told of one side; a village is called one', () => {
    const road = { kind: 'road', name: '长江路', class: 'primary' } as const
    const village = { kind: 'place', code: 'v', name: '潘家桥', placeKind: 'village' } as const
    const stretches = [
      { side: 'east', along: village, lengthM: 500 },
      { side: 'east', along: road, lengthM: 60 },
      { side: 'north', along: road, lengthM: 700 },
      { side: 'west', along: road, lengthM: 90 },
    ] as const
    expect(boundarySentence(stretches, { t: translate('zh') })).toBe(
      '东至潘家桥村；南至—；西至长江路；北至长江路。',
    )
  })

  test('is a draft until somebody signs it off', () => {
    const zone = answers.survey.zones[0]!
    expect(noticeOf(zone, 'zh').stamp).toBe('草稿 未经签发')
    expect(noticeOf(zone, 'zh', { signer: '方正' }).stamp).toBeNull()
    expect(noticeOf(zone, 'zh').number).toBe('〔2022〕第7号')
  })
})
