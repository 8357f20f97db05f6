import { goTo } from '../../helpers/app'
import { name as find } from '../../helpers/drawing-desk'
import type { Hands } from '../hands'

/** The place in the inspector, found by its code. */
export async function read({ page }: Hands, code: string): Promise<void> {
  await find(page, code)
  await page.locator(`.place-inspector[data-place="${code}"] [data-region="place-acts"]`).waitFor()
}

/** A change of a place in its sheet. */
export async function changePlace(
  hands: Hands,
  { code, act, said }: { code: string; act: 'rename' | 'merge'; said: Readonly<Record<string, string>> },
): Promise<void> {
  await hands.close()
  await read(hands, code)
  const sheet = hands.page.locator('.place-sheet')
  await hands.act(`place ${act}`, async () => {
    await hands.choose(`[data-region="place-acts"] [data-act="${act}"]`)
    for (const [field, text] of Object.entries(said)) {
      const at = sheet.locator(`[data-field="${field}"]`)
      const isChoice = await at.evaluate((one) => one.tagName === 'SELECT')
      if (isChoice) await hands.choose(at, text)
      else await hands.fill(at, text)
    }
    await hands.commit(sheet.locator('[data-action="write"]'))
  })
  await sheet.waitFor({ state: 'detached' })
}

/** The row of a place in the quick entry. */
export async function openPlace(hands: Hands, code: string): Promise<void> {
  await hands.close()
  await read(hands, code)
  await hands.page.locator('[data-region="place-acts"] [data-act="correct"]').click()
}

export async function inspect({ page }: Hands, zone: string): Promise<void> {
  await page.locator(`.gantt [data-zone="${zone}"]`).click()
  await page.locator(`.inspector[data-zone="${zone}"]`).waitFor()
}
export async function renameZone(hands: Hands, zone: string, name: string): Promise<void> {
  await hands.close()
  await inspect(hands, zone)
  await hands.act('zone renamed', async () => {
    await hands.choose('[data-action="zone-menu"]')
    await hands.choose('[data-verb="zone.rename"]')
    await hands.fill('[data-field="ask"]', name)
    await hands.commit('[data-action="confirm"]')
  })
}
/** The step that a zone waits for, taken in its sheet. */
export async function approve(hands: Hands, zone: string, takesEffectAt: string): Promise<void> {
  await hands.close()
  await inspect(hands, zone)
  const sheet = hands.page.locator('.step-sheet')
  await hands.act('approved', async () => {
    await hands.choose('[data-action="open-approve"]:not([disabled])')
    await hands.fill(sheet.locator('[data-field="takes-effect"]'), takesEffectAt)
    await hands.fill(sheet.locator('[data-field="unit"]'), '区指挥部')
    await hands.fill(sheet.locator('[data-field="name"]'), '顾某')
    await hands.commit(sheet.locator('[data-action="take"]:not([disabled])'))
  })
  await sheet.waitFor({ state: 'detached' })
}

/** Name of who issues, and who is on duty. */
export async function workspace(hands: Hands): Promise<void> {
  await goTo(hands.tab, 'workspace')
  await hands.act('workspace', async () => {
    await hands.choose('[data-action="add-turn"]')
    await hands.fill('[data-field="duty.0.name"]', '周某')
    await hands.fill('[data-field="issuer"]', '澜溪区前方指挥部')
    await hands.commit('[data-action="write"]')
  })
  await hands.desk()
}
