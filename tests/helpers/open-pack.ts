import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type App, type AppPage, dropFiles } from './app'

/** The files of a folder as a person would drop them; raw downloads beside a pack are not part of it. */
export function filesOf(folder: string): Record<string, Uint8Array> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return Object.fromEntries(
    names
      .filter((name) => /\.\w+$/.test(name) && !name.startsWith('raw'))
      .map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]),
  )
}

/** Drops a pack on the first-run page, accepts what the plan asks, and waits for the desk. */
export async function openPack(
  app: App,
  tab: AppPage,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> {
  const { page } = tab
  await page.goto(app.address)
  await page.locator('[data-action="open-demo"]').waitFor()
  await dropFiles(tab, '[data-drop]', files)
  const go = page.locator('.plan-bar .button.primary')
  await go.waitFor({ timeout: 120_000 })
  for (const box of await page.locator('main input[type="checkbox"]').all())
    if (await go.isDisabled()) await box.check({ timeout: 2_000 }).catch(() => null)
  await go.click({ timeout: 20_000 })
  await page.locator('.tree').waitFor({ timeout: 120_000 })
}
