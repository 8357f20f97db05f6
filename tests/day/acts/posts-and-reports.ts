import type { Hands } from '../hands'

/** A silent unit says zero. */
export async function zero(hands: Hands, unit: string): Promise<void> {
  await hands.entry('B')
  await hands.act('zero report', () => hands.commit(`[data-unit="${unit}"] [data-act="zero"]`))
  await hands.page.locator(`[data-unit="${unit}"]`).waitFor({ state: 'detached' })
}
/** A silent unit says numbers, item by item. */
export async function numbers(hands: Hands, unit: string, items: readonly string[]): Promise<void> {
  await hands.entry('B')
  await hands.act('report', async () => {
    await hands.choose(`[data-unit="${unit}"] [data-act="numbers"]`)
    const fields = hands.page.locator(`[data-unit="${unit}"] [data-item]`)
    for (const [index, text] of items.entries()) await hands.fill(fields.nth(index), text)
    await hands.commit(`[data-unit="${unit}"] [data-action="write"]`)
  })
  await hands.page.locator(`[data-unit="${unit}"]`).waitFor({ state: 'detached' })
}

/** How a post is found. */
export async function post(hands: Hands, id: string, state: string, name = `post ${state}`): Promise<void> {
  await hands.entry('P')
  await hands.act(name, async () => {
    await hands.fill('[data-form="post"] [data-field="post"]', id)
    await hands.commit(hands.page.locator(`[data-post="${id}"] [data-act="${state}"]`).first())
  })
  await hands.page.locator(`[data-post="${id}"][data-state="${state}"]`).waitFor()
}

/** A post that is set up with its crew. */
export async function newPost(hands: Hands, name: string, place: string): Promise<void> {
  await hands.entry('D')
  const form = '[data-form="facility"]'
  await hands.act('checkpoint', async () => {
    await hands.choose(`${form} [data-field="kind"]`, 'checkpoint')
    await hands.fill(`${form} [data-field="name"]`, name)
    await hands.place(form, place)
    for (const role of ['police', 'medic'])
      await hands.fill(`${form} [data-role="${role}"][data-shift="1"]`, '1')
    await hands.commit(`${form} [data-action="write"]`)
  })
}
export async function newSite(hands: Hands, name: string, place: string, rooms: string): Promise<void> {
  await hands.entry('D')
  const form = '[data-form="facility"]'
  await hands.act('quarantine site', async () => {
    await hands.choose(`${form} [data-field="kind"]`, 'quarantine')
    await hands.fill(`${form} [data-field="name"]`, name)
    await hands.place(form, place)
    await hands.fill(`${form} [data-field="rooms"]`, rooms)
    await hands.commit(`${form} [data-action="write"]`)
  })
}
export async function rooms(hands: Hands, site: string, occupied: string, closed = ''): Promise<void> {
  await hands.entry('Q')
  const form = '[data-form="rooms"]'
  await hands.act('rooms', async () => {
    await hands.choose(`${form} [data-field="site"]`, { label: site })
    await hands.fill(`${form} [data-field="occupied"]`, occupied)
    if (closed) await hands.fill(`${form} [data-field="closed"]`, closed)
    await hands.commit(`${form} [data-action="write"]`)
  })
}
