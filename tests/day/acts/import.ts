import { dropFiles, goTo } from '../../helpers/app'
import type { Hands } from '../hands'

/** A workbook that came in: dropped, and taken into the open workspace. */
export async function bring(
  hands: Hands,
  name: string,
  files: Readonly<Record<string, Uint8Array>>,
): Promise<string> {
  await hands.close()
  await goTo(hands.tab, 'import')
  await hands.page.locator('.drop-area').waitFor()
  await dropFiles(hands.tab, '.drop-area', files)
  const confirm = hands.page.locator('.plan-bar .button.primary:not([disabled])')
  await confirm.waitFor()
  const into = hands.page.locator('.plan-bar .into select')
  if (await into.count()) await into.selectOption('current')
  await confirm.waitFor()
  const news = await hands.page.locator('.plan-bar [data-part="news"]').innerText()
  await hands.act(name, () => hands.commit(confirm))
  await hands.page.waitForURL(/\/desk/)
  await hands.desk()
  return news
}
