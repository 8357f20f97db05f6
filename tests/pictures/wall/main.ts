import { createApp, h } from 'vue'
import type { AssessAnswer, Survey } from '#geo'
import '../../../src/ui/base.css'
import { createTranslator } from '../../../src/i18n'
import HatchDefs from '../../../src/ui/marks/HatchDefs.vue'
import { applyTheme } from '../../../src/ui/theme'
import MeetingScreen from '../../../src/views/wall/MeetingScreen.vue'
import WallScreen from '../../../src/views/wall/WallScreen.vue'
import { scaleOf, WALL_DEFAULTS } from '../../../src/views/wall/wall-preferences'
import { anAssessment, aSurvey } from '../../helpers/a-survey'

/** The wall drawn from a survey alone, without stores or map, so that its own parts can be photographed. */
const wanted = new URLSearchParams(location.search)
const k = scaleOf(innerWidth, innerHeight)
applyTheme(document.documentElement, 'dark')
document.documentElement.lang = wanted.get('lang') ?? 'zh'
document.documentElement.style.setProperty('--k', String(k))
document.documentElement.style.setProperty('--u', `calc(1px * ${k})`)

const given = (window as { givenAnswers?: { survey: Survey; assess: AssessAnswer } }).givenAnswers
const survey =
  given?.survey ??
  (wanted.get('case') === 'noZones'
    ? {
        ...aSurvey,
        zones: [],
        timeline: [],
        levels: [],
        perimeter: null,
        reporting: null,
        figures: [],
        rounds: [],
      }
    : aSurvey)
const screen = wanted.get('layout') === 'meeting' ? MeetingScreen : WallScreen
createApp({
  render: () => [
    h(HatchDefs),
    h(screen as never, {
      survey,
      assess: given?.assess ?? anAssessment,
      preferences: WALL_DEFAULTS,
      labels: ['演示数据（虚构）'],
      notices: wanted.has('notice') ? ['显示的是 5月27日 14:00 的情况，不是现在'] : [],
      now: wanted.has('past') ? null : '2022-05-27T14:06:32+08:00',
      k,
      scene: wanted.get('scene') ?? (wanted.get('layout') === 'meeting' ? 'towns' : 'map'),
      at: Date.parse(survey.asOf),
      span: given ? { from: '2022-05-12', to: '2022-06-10', timezone: 'Asia/Shanghai' } : null,
      legend: [],
    }),
  ],
})
  .use(createTranslator(wanted.get('lang') === 'en' ? 'en' : 'zh'))
  .mount('#app')
