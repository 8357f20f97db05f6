import type { AppPage, goTo } from '../../helpers/app'
import {
  againstAnotherEdition,
  copiedStep,
  firstEvidence,
  lookedUp,
  onPaper,
  openedItem,
  proposed,
  roadsOfZone,
  supposed,
  townsShown,
  unplacedPanel,
  withZone,
} from './acts'

export interface Look {
  readonly width: 960 | 1366 | 1920 | 3840
  readonly locale: 'zh' | 'en'
  readonly scheme: 'light' | 'dark'
}

/** A state of a screen: where it is reached, and in which looks it is photographed. */
export interface ScreenState {
  readonly name: string
  readonly pack: string
  readonly view: Parameters<typeof goTo>[1] | 'approval' | 'notice' | 'first-run' | 'plan'
  readonly at?: string
  readonly zone?: string
  readonly looks: readonly Look[]
  readonly reach?: (tab: AppPage) => Promise<unknown>
}

/** `1920 zh`, `1366 en dark`. */
function looks(...written: readonly string[]): Look[] {
  return written.map((one) => {
    const [width, locale, scheme = 'light'] = one.split(' ')
    return { width: Number(width), locale, scheme } as Look
  })
}

const NOON = '2022-05-27T14:00'
const DAY_7 = '2022-05-18T09:00'
const SEPTEMBER = '2015-09-15T00:00'
const MADE_AT = '2022-05-20T14:00'

const wall = (name: string, pack: string, at: string, ...written: string[]): ScreenState => ({
  ...{ name, pack, at, view: 'wall', looks: looks(...written) },
})
const desk = (
  name: string,
  pack: string,
  [at, zone]: readonly [string, string?],
  ...written: string[]
): ScreenState => ({
  ...{ name, pack, at, view: 'desk', looks: looks(...written) },
  ...(zone ? { zone, reach: withZone } : {}),
})

const WALLS: readonly ScreenState[] = [
  wall('wall', 'demo', NOON, '1920 zh', '1366 en', '3840 en'),
  wall('wall-day7', 'demo', DAY_7, '1920 zh', '1366 en'),
  wall('wall-22-may', 'demo', '2022-05-22T20:00', '1920 en'),
  wall('wall-13-may', 'demo', '2022-05-13T21:00', '1366 zh'),
  { ...wall('wall-towns', 'demo', NOON, '1920 zh', '1920 en'), reach: townsShown },
  wall('wall-unplaced', 'unplaced', NOON, '1920 zh', '1366 en'),
  wall('wall-tainan', 'tainan', SEPTEMBER, '1920 zh', '1366 en', '3840 zh'),
  wall('wall-tainan-august', 'tainan', '2015-08-20T12:00', '1920 en'),
  wall('wall-liechtenstein', 'liechtenstein', NOON, '1920 zh', '1366 en'),
  wall('wall-shanghai-like', 'shanghai-like', '2022-05-25T12:00', '1920 zh', '1920 en'),
  wall('wall-five-levels', 'five-levels', MADE_AT, '1920 zh', '1366 en'),
  wall('wall-cases-only', 'cases-only', MADE_AT, '1920 zh'),
  wall('wall-no-policy', 'no-policy', NOON, '1920 zh'),
  wall('wall-refused', 'refused-rows', MADE_AT, '1366 zh'),
]

const DESKS: readonly ScreenState[] = [
  desk('desk', 'demo', [NOON, 'S-01'], '1920 zh', '1366 en dark', '960 zh', '960 en'),
  desk('desk-approved', 'demo', [NOON, 'S-06'], '3840 zh', '1366 zh'),
  desk('desk-nothing-chosen', 'demo', [NOON], '1366 en', '960 zh'),
  desk('desk-unplaced', 'unplaced', [NOON, 'S-01'], '1920 zh', '1366 en dark'),
  { ...desk('panel-unplaced', 'unplaced', [NOON], '1920 zh dark', '1366 en'), reach: unplacedPanel },
  { ...desk('panel-rule-out', 'unplaced', [NOON], '1366 zh'), reach: openedItem },
  { ...desk('evidence', 'demo', [NOON, 'S-01'], '1920 zh', '1366 en dark'), reach: firstEvidence },
  { ...desk('what-if', 'demo', [NOON, 'C-01'], '1920 zh', '1366 en dark'), reach: supposed },
  { ...desk('proposal', 'demo', [NOON], '1920 zh dark', '1366 en', '960 zh'), reach: proposed },
  desk('desk-tainan', 'tainan', [SEPTEMBER], '1366 zh'),
  { ...desk('desk-liechtenstein', 'liechtenstein', [NOON], '1920 en', '1366 zh dark'), reach: roadsOfZone },
  desk('desk-shanghai-like', 'shanghai-like', ['2022-05-25T12:00'], '1920 en'),
  desk('desk-five-levels', 'five-levels', [MADE_AT, 'Z-01'], '1366 zh'),
]

const RECORDS: readonly ScreenState[] = [
  { name: 'plan-unplaced', pack: 'unplaced', view: 'plan', looks: looks('1920 zh', '1366 en dark') },
  { name: 'plan-refused', pack: 'refused-rows', view: 'plan', looks: looks('1366 zh') },
  {
    name: 'form',
    pack: 'demo',
    view: 'approval',
    at: NOON,
    zone: 'S-03',
    looks: looks('1366 zh', '1920 en'),
  },
  {
    name: 'notice',
    pack: 'demo',
    view: 'notice',
    at: NOON,
    zone: 'S-06',
    looks: looks('1366 zh', '1366 en'),
  },
  {
    ...desk('step', 'demo', [NOON, 'S-03'], '1920 zh', '1366 en dark'),
    reach: copiedStep,
  },
  {
    ...{ name: 'compare', pack: 'demo', view: 'rules', at: NOON },
    ...{ looks: looks('1920 zh', '1366 en dark'), reach: againstAnotherEdition },
  },
  { name: 'rules', pack: 'demo', view: 'rules', at: NOON, looks: looks('1366 zh', '1920 en') },
  {
    name: 'lookup',
    pack: 'demo',
    view: 'lookup',
    at: NOON,
    looks: looks('1366 zh', '1920 en dark'),
    reach: lookedUp,
  },
  { name: 'checks', pack: 'unplaced', view: 'checks', at: NOON, looks: looks('1366 zh', '1920 en') },
  {
    name: 'checks-on-paper',
    pack: 'unplaced',
    view: 'checks',
    at: NOON,
    looks: looks('1366 zh'),
    reach: onPaper,
  },
  { name: 'briefing', pack: 'demo', view: 'briefing', at: NOON, looks: looks('1920 zh', '1366 en dark') },
  { name: 'briefing-unplaced', pack: 'unplaced', view: 'briefing', at: NOON, looks: looks('1920 zh') },
  {
    name: 'briefing-tainan',
    pack: 'tainan',
    view: 'briefing',
    at: SEPTEMBER,
    looks: looks('1920 zh', '1920 en'),
  },
  { name: 'first-run', pack: 'demo', view: 'first-run', looks: looks('1366 zh', '1920 en dark') },
]

/** Every state that is looked at before a release. */
export const STATES: readonly ScreenState[] = [...WALLS, ...DESKS, ...RECORDS]
