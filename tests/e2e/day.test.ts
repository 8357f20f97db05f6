import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { feedLines } from '../../src/views/feed/feed-lines'
import * as ground from '../day/acts/ground'
import { bring } from '../day/acts/import'
import * as orders from '../day/acts/orders'
import * as persons from '../day/acts/persons'
import * as posts from '../day/acts/posts-and-reports'
import * as rounds from '../day/acts/rounds-and-facts'
import { exportedPack, factsOf, register } from '../day/exported'
import { commandLine, differences, type Figures, onBriefing, onDesk, onWall } from '../day/figures'
import { Hands, type Taken } from '../day/hands'
import { townCases, townContacts, townReports } from '../day/workbooks'
import { type App, openDemo, picture, startApp } from '../helpers/app'
import { ownCopy } from '../helpers/drawing-desk'
import { withoutGraphics } from '../helpers/without-graphics'

let app: App
let hands: Hands
let morning: unknown
const started = Date.now()
beforeAll(async () => {
  app = await startApp()
  const tab = await app.open({ width: 1680, height: 1050 })
  tab.page.setDefaultTimeout(30_000)
  await withoutGraphics(tab.context)
  await openDemo(app, tab)
  await ownCopy(tab)
  hands = new Hands(tab)
  await hands.begin()
})
afterAll(() => app?.close())
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await picture(hands.tab, `day-${task.id}`)
})

/** Wall, desk, briefing and the command line at one hour: what two of them print is the same. */
async function agree(asOf: string): Promise<Figures> {
  const wall = await onWall(hands)
  const desk = await onDesk(hands)
  const briefing = await onBriefing(hands)
  await hands.desk()
  const cli = await commandLine(await exportedPack(hands), asOf)
  expect(differences(wall, cli), 'wall and command line').toEqual([])
  expect(differences(desk, cli), 'desk and command line').toEqual([])
  expect(differences(briefing, cli), 'briefing and command line').toEqual([])
  expect(differences(wall, desk), 'wall and desk').toEqual([])
  expect(differences(wall, briefing), 'wall and briefing').toEqual([])
  return wall
}
const wordOf = (zone: string) => hands.page.locator(`.gantt [data-zone="${zone}"]`).getAttribute('data-word')
/** What one of the screens would say after what was just written. */
const wordIs = (zone: string, word: string) =>
  hands.page.locator(`.gantt [data-zone="${zone}"][data-word="${word}"]`).waitFor()

test('in the morning every screen and the command line say the same', async () => {
  morning = factsOf(await register(hands))
  const figures = await agree('2022-05-27T14:00')
  console.log(JSON.stringify(figures))
}, 240_000)

test('what is approved at 14:00 is held by a signal that becomes a case', async () => {
  await hands.entry('S')
  await hands.sign('王某', '流调组')
  await ground.approve(hands, 'S-03', '2022-05-27 18:00')
  await wordIs('S-03', 'approved')
  await hands.entry('S')
  await hands.sign('王某', '流调组')
  await ground.workspace(hands)
  await hands.at('2022-05-27T15:00')
  const first = await persons.signal(hands, '纺织新村', '1')
  await wordIs('S-03', 'suspended')
  const second = await persons.signal(hands, '郑家庄', '2')
  const third = await persons.signal(hands, '武家集', '1')
  await persons.decide(hands, second, 'signal cleared')
  await persons.withdrawSignal(hands, third)
  await persons.turn(hands, first, 'LX22-901')
  await wordIs('S-03', 'unmet')
  expect(await wordOf('S-03')).toBe('unmet')
}, 240_000)

test('persons', async () => {
  const said = { kind: 'confirmed', foundIn: 'community' }
  await persons.oneCase(hands, { ...said, place: '郑家庄', number: 'LX22-902' })
  await persons.oneCase(hands, { ...said, place: '胡家坝', kind: 'asymptomatic', number: 'LX22-903' })
  await persons.oneCase(hands, { ...said, place: '彭家桥', number: 'LX22-904' })
  await persons.openCase(hands, 'LX22-903')
  await persons.correct(hands, 'case corrected', { field: 'kind', value: 'confirmed', because: '复核改判' })
  await persons.openCase(hands, 'LX22-904')
  await persons.withdraw(hands, 'case withdrawn', '重复登记')
  await persons.contacts(hands, 'LX22-901', '1\t纺织新村\n2\t郑家庄\n')
  await persons.oneContact(hands, 'LX22-902', '郑家庄', 'M2001')
  await persons.became(hands, 'M1904', 'moved')
  await persons.became(hands, 'M1903', 'moved')
  await persons.became(hands, 'M1905', 'negative')
  await persons.became(hands, 'M1906', 'handedOver')
  await persons.became(hands, 'M2001', 'released')
}, 240_000)

test('three townships send their workbooks; rows of two are corrected, and the same files come again', async () => {
  expect(await bring(hands, 'workbook of cases', townCases('社会面'))).toMatch(/新增 2/)
  expect(await bring(hands, 'workbook of contacts', townContacts('2022-05-26 09:00'))).toMatch(/新增 3/)
  expect(await bring(hands, 'workbook of reports', townReports())).toMatch(/新增 2/)
  await persons.openCase(hands, 'LX22-951')
  const kind = { field: 'kind', value: 'asymptomatic', because: '区疾控复核' }
  await persons.correct(hands, 'imported case corrected', kind)
  await persons.openContact(hands, 'QT-01')
  const result = { field: 'result', value: 'negative', because: '实验室回报' }
  await persons.correct(hands, 'imported contact corrected', result)
  expect(await bring(hands, 'cases again', townCases('居家隔离'))).toMatch(/更改 1/)
  expect(await bring(hands, 'contacts again', townContacts('2022-05-25 09:00'))).toMatch(/更改 1/)
  await persons.openCase(hands, 'LX22-951')
  const desk = hands.page.locator('.row-desk')
  expect(await desk.locator('dl').innerText()).toMatch(/无症状[\s\S]*居家/)
  expect(await desk.locator('.history').innerText()).toContain('区疾控复核')
  await hands.press('Escape')
  await persons.openContact(hands, 'QT-01')
  expect(await desk.locator('dl').innerText()).toMatch(/阴性[\s\S]*5月25日|2022-05-25/)
  await hands.press('Escape')
}, 240_000)

test('posts, reports, sites, rounds, facts and figures', async () => {
  for (const unit of ['339901005002', '339901007002']) await posts.zero(hands, unit)
  await posts.numbers(hands, '339901008007', ['10余', '0', 'x'])
  await posts.post(hands, 'K-002', 'locked')
  await posts.post(hands, 'K-003', 'onDuty')
  await posts.post(hands, 'K-004', 'short')
  await posts.post(hands, 'K-005', 'empty', 'post found empty')
  await posts.newPost(hands, '郑家庄东口', '郑家庄')
  await posts.newSite(hands, '郑家庄小学', '郑家庄', '38')
  await posts.rooms(hands, '郑家庄小学', '7')
  await posts.rooms(hands, '郑家庄小学', '9', '2')
  await rounds.openRound(hands, 'S-04')
  await rounds.figures(hands, 'S-04|', { sampled: '1200' })
  await rounds.figures(hands, 'S-04|', { sampled: '1300', resulted: '900' })
  await rounds.openRoundRow(hands, 'S-04|')
  await persons.correct(hands, 'round corrected', { field: 'sampled', value: '1290', because: '重复计数' })
  await rounds.openRounds(hands, 'S-02', ['S-05', 'C-03'])
  await rounds.fact(hands, 'S-07', 'environmentNegative', 'true')
  await rounds.fact(hands, 'S-04', 'allContactsControlled', 'true')
  await rounds.metric(hands, '群众诉求未办结', '61')
  await rounds.metric(hands, '采样人员', '3312')
}, 240_000)

test('places, a zone and orders', async () => {
  const because = '民政批复'
  const code = '339901001008'
  await ground.changePlace(hands, {
    code,
    act: 'rename',
    said: { name: '望江新社区', at: '2022-05-20', because },
  })
  const into = { into: '339901001005', at: '2022-05-20', because }
  await ground.changePlace(hands, { code: '339901001008', act: 'merge', said: into })
  await ground.openPlace(hands, '339901005002')
  await persons.correct(hands, 'place corrected', { field: 'people', value: '1234', because: '入户核对' })
  await ground.renameZone(hands, 'S-07', '临江里片区')
  const crossing = await orders.order(hands, 'crossings', 'crossing')
  const unit = await orders.order(hands, 'silent', 'unit')
  await orders.order(hands, 'facts', 'fact')
  await hands.desk()
  await orders.tell(hands, crossing, 'answered', '已派人')
  await orders.tell(hands, crossing, 'closed', '已设移动护栏')
  await orders.tell(hands, crossing, 'done', '现场复查')
  await orders.tell(hands, unit, 'withdraw', '重复交办')
}, 240_000)

test('22:00: a post is empty, and the shift is handed over and taken over', async () => {
  await hands.close()
  await hands.at('2022-05-27T22:00')
  await wordIs('S-03', 'unmet')
  await posts.post(hands, 'K-002', 'empty', 'post empty')
  await orders.handOver(hands)
}, 240_000)

test('afterwards every screen and the command line say the same', async () => {
  console.log(JSON.stringify(await agree('2022-05-27T22:00')))
}, 240_000)

test('an act takes no more fields, choices and commits than it may', () => {
  const most: readonly [acts: readonly string[], most: number][] = [
    [['signal'], 4],
    [['zero report'], 1],
    [['post empty'], 2],
    [['round opened', 'round figures'], 6],
    [['case'], 7],
    [['order crossing'], 2],
    [['order unit'], 2],
    [['order fact'], 2],
  ]
  for (const [names, limit] of most) {
    const steps = names.map((name) => sum(hands.taken.get(name)!)).reduce((a, b) => a + b)
    console.log(`${names.join(' + ')}: ${steps}, at most ${limit}`)
    expect(steps, names.join(' + ')).toBeLessThanOrEqual(limit)
  }
})

test('every act is in the feed, and in the file of what it touched', async () => {
  const { rowHistory, zoneDeeds, sources, ...rest } = await register(hands)
  const told = feedLines({ ...rest, rowHistory, zoneDeeds, sources })
  const inFeed = new Set(told.map(({ event }) => event))
  const lacking = hands.acts.filter(({ events }) => !events.some(({ id }) => inFeed.has(id)))
  expect(lacking.map(({ name, events }) => `${name} ${events[0]!.type}`)).toEqual([])
  const own = new Set(hands.acts.flatMap(({ events }) => events.map(({ id }) => id)))
  for (const { event, what } of told.filter((line) => own.has(line.event))) {
    const file =
      what.of === 'row' ? what.line.row : what.of === 'zone' ? what.deed.zone : what.source.file.name
    expect(file, event).not.toBe('')
  }
  await hands.entry('S')
  await hands.page.locator('[data-action="feed"]').click()
  const lines = hands.page.locator('.feed [data-change]')
  await lines.first().waitFor()
  while (await hands.page.locator('.feed .more').isVisible()) await hands.page.locator('.feed .more').click()
  const shown = new Set(
    await lines.evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.change)),
  )
  const hidden = hands.acts.filter(({ events }) => !events.some(({ id }) => shown.has(id)))
  expect(
    hidden.map(({ name }) => name),
    'acts that the feed of the page lacks',
  ).toEqual([])
  expect(hands.acts.length).toBeGreaterThanOrEqual(60)
}, 240_000)

test('every act taken back gives the facts of the morning', async () => {
  await hands.close()
  for (const { name } of hands.acts.toReversed())
    await hands.undo().catch((fault) => expect.fail(`${name}: ${fault}`))
  expect(factsOf(await register(hands))).toEqual(morning)
  expect(hands.tab.errors).toEqual([])
  console.log(`${hands.acts.length} acts, ${((Date.now() - started) / 1000).toFixed(0)} s`)
}, 240_000)

const sum = ({ fields, choices, commits }: Taken): number => fields + choices + commits
