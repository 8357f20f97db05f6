import type { AppPage } from '../../helpers/app'

const WAIT = { timeout: 60_000 }

export const withZone = ({ page }: AppPage): Promise<void> => page.locator('.inspector').first().waitFor(WAIT)

export async function townsShown({ page }: AppPage): Promise<void> {
  await page.locator('.wall-screen').waitFor(WAIT)
  await page.keyboard.press('ArrowRight')
  await page.locator('.town-table').waitFor(WAIT)
}

export async function unplacedPanel({ page }: AppPage): Promise<void> {
  await page.locator('.unplaced-line').waitFor(WAIT)
  await page.keyboard.press('u')
  await page.locator('.unplaced-panel').waitFor(WAIT)
}

/** The form by which a row is ruled out. */
export async function openedItem(tab: AppPage): Promise<void> {
  await unplacedPanel(tab)
  await tab.page.locator('.unplaced-item [data-act="ruleOut"]').first().click(WAIT)
  await tab.page.locator('.rule-out-form').waitFor(WAIT)
}

export async function firstEvidence({ page }: AppPage): Promise<void> {
  await page.locator('[data-condition] .evidence-link').first().click(WAIT)
  await page.locator('.evidence-sheet').waitFor(WAIT)
}

/** A positive tonight in the chosen zone. */
export async function supposed({ page }: AppPage): Promise<void> {
  await page.locator('[data-action="what-if"]').click(WAIT)
  await page.locator('.what-if [name=zone]').selectOption('C-01')
  await page.locator('.what-if [name=when]').selectOption('tonight')
  await page.locator('.hypothesis-form button').click()
  await page.locator('.what-if .changes li').first().waitFor(WAIT)
}

/** What the rules draw for a case and a place it was at. */
export async function proposed({ page }: AppPage): Promise<void> {
  await page.locator('[data-action="propose"]').click(WAIT)
  await page.locator('.proposal .cases input').first().check()
  await page.locator('.proposal .finder input').fill('秀水大院')
  await page.locator('.proposal .finder input').press('Enter')
  await page.locator('.exposures select').first().selectOption('high')
  await page.locator('.exposures select').nth(1).selectOption('no')
  await page.locator('[data-action="ask-proposal"]').click()
  await page.locator('.proposed .zones li').first().waitFor(WAIT)
}

/** The first zone of the list, scrolled to its perimeter. */
export async function roadsOfZone({ page }: AppPage): Promise<void> {
  await page.locator('.tree').waitFor(WAIT)
  await page.keyboard.press(']')
  await page.locator('.inspector').waitFor(WAIT)
  await page
    .locator('.perimeter-table')
    .first()
    .scrollIntoViewIfNeeded({ timeout: 10_000 })
    .catch(() => null)
}

/** In a copy of one's own: the next step of the chosen zone. */
export async function copiedStep({ page }: AppPage): Promise<void> {
  await page.locator('.inspector').waitFor(WAIT)
  const before = page.url()
  await page.locator('.export-menu > button').click()
  await page.locator('[data-action="copy-own"]').click()
  await page.waitForURL(
    (url) => url.href.includes('/desk') && url.href.split('?')[0] !== before.split('?')[0],
    WAIT,
  )
  await page.locator('.gantt [data-zone="S-03"]').click(WAIT)
  await page
    .locator('[data-action^="open-"]:not([data-action="open-file"]):not([disabled])')
    .first()
    .click(WAIT)
  await page.locator('.step-sheet').waitFor(WAIT)
}

export async function againstAnotherEdition({ page }: AppPage): Promise<void> {
  await page.locator('[data-tab=compare]').click(WAIT)
  await page.locator('select[name=against]').selectOption({ index: 1 })
  await page.locator('.comparison-table').waitFor(WAIT)
}

const LINES = ['锦绣苑', '120.21, 31.12', '秀水大院', '鼓楼', '并无此处的地方', '柳林镇', '文昌街道']

export async function lookedUp({ page }: AppPage): Promise<void> {
  await page.locator('.lookup textarea').fill(LINES.join('\n'), WAIT)
  await page.locator('[data-action=look]').click()
  await page.locator(`.lookup .summary[data-lines="${LINES.length}"]`).waitFor(WAIT)
}

export async function onPaper({ page }: AppPage): Promise<void> {
  await page.locator('.check-tables').waitFor(WAIT)
  await page.emulateMedia({ media: 'print' })
}
