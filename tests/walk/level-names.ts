import type { Page } from 'playwright-core'
import { plain } from './printed'

export const ROWS_OF_WALL = '.level-counts .levels > div'
export const ROWS_OF_TREE = '.tree .row[data-level]'

/** The name of each level by its id, as the given rows of a screen print it. */
export async function levelNames(page: Page, rows: string): Promise<Map<string, string>> {
  const pairs = await page
    .locator(rows)
    .evaluateAll((all) =>
      all.map(
        (row) =>
          [(row as HTMLElement).dataset.level ?? '', row.querySelector('.name')?.textContent ?? ''] as const,
      ),
    )
  return new Map(pairs.map(([id, name]) => [id, plain(name)]))
}
