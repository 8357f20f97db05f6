import { goTo } from '../../helpers/app'
import type { Hands } from '../hands'

/** An order for the first gap of that kind in its table of the checks. */
export async function order(hands: Hands, table: string, kind: string): Promise<string> {
  await goTo(hands.tab, 'checks')
  const gap = hands.page
    .locator(`[data-table="${table}"] [data-order-gap="${kind}"]`, { hasText: /^交办$/ })
    .first()
  await gap.waitFor()
  const { events } = await hands.act(`order ${kind}`, async () => {
    await hands.choose(gap)
    await hands.page.locator('[data-form="order"] [data-field="unit"]:focus').waitFor()
    await hands.commit()
  })
  return events[0]!.id
}

/** What is said of an order: one press, a word and a commit. */
export async function tell(hands: Hands, id: string, act: string, words: string): Promise<void> {
  await hands.entry('O')
  const row = `[data-order="${id}"]`
  await hands.act(`order ${act}`, async () => {
    await hands.choose(`${row} [data-act="${act}"]`)
    await hands.fill(`${row} [data-field="words"]`, words)
    await hands.commit(`${row} [data-act="say"]`)
  })
}

/** Both signatures of the hand-over, by two persons. */
export async function handOver(hands: Hands): Promise<void> {
  await hands.close()
  await goTo(hands.tab, 'handover')
  const sign = async (name: string, unit: string, action: string): Promise<void> => {
    await hands.page.locator(`[data-action="${action}"]`).waitFor()
    await hands.act(action, async () => {
      await hands.fill('.sign [data-field="author"]', name)
      await hands.fill('.sign [data-field="unit"]', unit)
      await hands.commit(`[data-action="${action}"]`)
    })
  }
  await sign('沈某', '甲班', 'hand-over')
  await sign('韦某', '乙班', 'take-over')
  await hands.page.locator('[data-said="state"]', { hasText: '存档' }).waitFor()
  await hands.desk()
}
