import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadBrowser } from '../fixtures/browser-dump'
import {
  browserDump,
  expectedFacts,
  exportedLog,
  RELEASES,
  type Release,
  WORKSPACES,
  type WorkspaceName,
  workspaceId,
} from '../fixtures/releases'
import { type App, type AppPage, startApp } from '../helpers/app'

const WAIT = { timeout: 90_000 }
let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app?.close())

async function see({ page }: AppPage, workspace: string, view: string, at: string): Promise<void> {
  await page.goto('about:blank')
  await page.goto(`${app.address}#/w/${workspace}/${view}?at=${at}`)
}

/** A workspace of imports alone asks before its last step is taken back. */
const isImport = (type: string): boolean => /^[a-z]+\.(imported|revised|described)@1$/.test(type)

const words = async ({ page }: AppPage): Promise<[string, string][]> =>
  (
    await page.locator('.briefing-table [data-zone]').evaluateAll((rows) =>
      rows.map((row): [string, string] => {
        const { zone = '', word = '' } = (row as HTMLElement).dataset
        return [zone, word]
      }),
    )
  ).sort(([a], [b]) => (a < b ? -1 : 1))

const expectedWords = (release: Release, name: WorkspaceName, picture = 0): [string, string][] =>
  expectedFacts(release, name)
    .pictures[picture]!.zones.filter(({ word }) => word !== null)
    .map(({ id, word }): [string, string] => [id, word!])
    .sort(([a], [b]) => (a < b ? -1 : 1))

async function logFrom({ page }: AppPage): Promise<Record<string, Uint8Array>> {
  await page.locator('.export-menu > button').click(WAIT)
  const [download] = await Promise.all([
    page.waitForEvent('download', WAIT),
    page.locator('[data-action="export-log"]').click(),
  ])
  const { 'NOTICE.txt': _, ...files } = unzipSync(new Uint8Array(readFileSync((await download.path())!)))
  return files
}

const text = (files: Record<string, Uint8Array>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(files).map(([path, bytes]) => [path, Buffer.from(bytes).toString('base64')]),
  )

describe.each(RELEASES)('the browser that release %s left', (release) => {
  describe.each(['first', 'second'] as const)('%s', (browser) => {
    const dump = browserDump(release, browser)
    let tab: AppPage
    beforeAll(async () => {
      tab = await app.open({ width: 1600, height: 1000, graphics: false })
      await loadBrowser(tab.page, app.address, dump)
    })
    afterAll(() => tab?.context.close())

    test('every workspace of it is listed', async () => {
      await tab.page.goto(app.address)
      const rows = tab.page.locator('.workspace-list li')
      await rows.first().waitFor(WAIT)
      expect(await rows.count()).toBe(dump.databases.filter(({ name }) => name !== 'cordon').length)
    })

    describe.each(WORKSPACES.filter((one) => one.browser === browser))('$name', (kept) => {
      const { name } = kept
      const facts = expectedFacts(release, name)
      const workspace = workspaceId(release, name)
      const device = dump.localStorage['cordon.device']

      test('its zones have the same words at the same time, and there are as many cases', async () => {
        const expected = expectedWords(release, name)
        const { asked, survey } = facts.pictures[0]!
        await see(tab, workspace, 'wall', asked)
        const wall = tab.page.locator('.wall-screen')
        await wall.waitFor(WAIT)
        await expect
          .poll(
            async () =>
              Number(/累计(?:（[^）]*）)?\s*([\d,]+)/.exec(await wall.innerText())?.[1]?.replaceAll(',', '')),
            WAIT,
          )
          .toBe(survey.cases?.cumulative.total)
        await see(tab, workspace, 'briefing', asked)
        await tab.page.locator('.briefing-table').first().waitFor(WAIT)
        await expect.poll(() => words(tab), WAIT).toEqual(expected)
      })

      test('its log leaves byte for byte as it left then', async () => {
        await see(tab, workspace, 'desk', facts.pictures[0]!.asked)
        expect(text(await logFrom(tab))).toEqual(text(Object.fromEntries(exportedLog(release, kept))))
      })

      test('undo and redo stand as they stood, and a step back and forth leaves the same words', async () => {
        const own = facts.devices.find((one) => one.device === device)!
        await see(tab, workspace, 'briefing', facts.pictures[0]!.asked)
        await tab.page.locator('.briefing-table').first().waitFor(WAIT)
        const [undo, redo] = [0, 1].map((at) => tab.page.locator('.top-bar .steps button').nth(at))
        const can = async (): Promise<boolean[]> => [await undo!.isEnabled(), await redo!.isEnabled()]
        await expect.poll(can, WAIT).toEqual([own.canUndo, own.canRedo])
        const there = own.canRedo ? redo! : undo!
        const back = own.canRedo ? undo! : redo!
        await there.click(WAIT)
        if (!own.canRedo && facts.types.every(([type]) => isImport(type)))
          await tab.page.locator('[data-action="undo-import"]').click(WAIT)
        await expect.poll(() => back.isEnabled(), WAIT).toBe(true)
        await back.click(WAIT)
        await expect.poll(can, WAIT).toEqual([own.canUndo, own.canRedo])
        await expect.poll(() => words(tab), WAIT).toEqual(expectedWords(release, name))
      })
    })

    test('no error stands in the console', () => expect(tab.errors).toEqual([]))
  })
})
