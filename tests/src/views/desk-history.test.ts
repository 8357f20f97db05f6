import { describe, expect, test } from 'vitest'
import { createSSRApp, h } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { createTranslator } from '../../../src/i18n'
import HistoryList from '../../../src/views/desk/inspector/HistoryList.vue'
import { aSurvey } from '../../helpers/a-survey'
import { aStep } from '../../helpers/facts'

async function textAt(asOf: string): Promise<string> {
  const zone = aSurvey.zones[0]!
  const step = (at: string, note: string) => aStep({ zone: zone.id, transition: 'lower', at, note })
  const props = {
    zone: { ...zone, stays: [] },
    steps: [step('2022-05-27', 'by-day'), step('2022-05-27T00:00', 'by-clock')],
    asOf,
    levelNames: new Map(),
    stepNames: new Map(),
    printed: () => '2022-05-27',
  }
  const app = createSSRApp({ render: () => h(HistoryList, props) })
  return renderToString(app.use(createTranslator('zh')))
}

describe('V50 the history of a zone', () => {
  test('holds no step later than the hour shown, nor one of the day that begins there', async () => {
    expect(await textAt('2022-05-26T23:59:00+08:00')).not.toMatch(/by-(day|clock)/)
    const midnight = await textAt('2022-05-27T00:00:00+08:00')
    expect(midnight).toContain('by-clock')
    expect(midnight).not.toContain('by-day')
    expect(await textAt('2022-05-27T00:01:00+08:00')).toMatch(/by-day/)
  })
})
