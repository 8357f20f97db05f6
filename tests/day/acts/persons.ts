import type { Hands } from '../hands'

/** A signal by its place and tubes. */
export async function signal(hands: Hands, place: string, tubes: string, name = 'signal'): Promise<string> {
  await hands.entry('S')
  const { events } = await hands.act(name, async () => {
    await hands.choose('[data-signal-kind="pooled"]')
    await hands.place('[data-form="signal"]', place)
    await hands.fill('[data-form="signal"] [data-field="tubes"]', tubes)
    await hands.commit()
  })
  return events[0]!.id
}

export async function decide(hands: Hands, signal: string, name: string): Promise<void> {
  await hands.entry('S')
  await hands.act(name, () => hands.commit(`[data-signal="${signal}"] [data-act="clear"]`))
}

export async function withdrawSignal(hands: Hands, signal: string): Promise<void> {
  await hands.entry('S')
  await hands.act('signal withdrawn', async () => {
    await hands.choose(`[data-signal="${signal}"] [data-act="withdraw"]`)
    await hands.fill(`[data-signal="${signal}"] [data-field="because"]`, '重复报送')
    await hands.commit()
  })
}

/** The signal became the case of that number: both are said in one step. */
export async function turn(hands: Hands, signal: string, number: string): Promise<void> {
  await hands.entry('S')
  await hands.act('signal turned', async () => {
    await hands.choose(`[data-signal="${signal}"] [data-act="turn"]`)
    await hands.page.locator('[data-form="case"] [data-said="turns"]').waitFor()
    await hands.choose('[data-form="case"] [data-field="kind"]', 'confirmed')
    await hands.choose('[data-form="case"] [data-field="foundIn"]', 'community')
    await hands.fill('[data-form="case"] [data-field="id"]', number)
    await hands.commit()
  })
  await hands.page.locator('[data-form="case"] [data-said="turns"]').waitFor({ state: 'detached' })
}

export interface CaseSaid {
  readonly place: string
  readonly kind: string
  readonly foundIn: string
  readonly number: string
}
export async function oneCase(hands: Hands, { place, kind, foundIn, number }: CaseSaid): Promise<void> {
  await hands.entry('C')
  await hands.act('case', async () => {
    await hands.place('[data-form="case"]', place)
    await hands.choose('[data-form="case"] [data-field="kind"]', kind)
    await hands.choose('[data-form="case"] [data-field="foundIn"]', foundIn)
    await hands.fill('[data-form="case"] [data-field="id"]', number)
    await hands.commit('[data-form="case"] [data-action="write"]')
  })
}

/** What a person sets otherwise in an open row, and why. */
export interface Otherwise {
  readonly field: string
  readonly value: string
  readonly because: string
}

/** The row of a case by its number. */
export async function openCase(hands: Hands, number: string): Promise<void> {
  await hands.entry('C')
  await hands.page.locator('.recent [data-field="number"]').fill(number)
  await hands.page.locator('.recent [data-action="find"]').click()
  await hands.page.locator('.row-desk').waitFor()
}

/** The open row is corrected. */
export async function correct(
  hands: Hands,
  name: string,
  { field, value, because }: Otherwise,
): Promise<void> {
  const desk = hands.page.locator('.row-desk')
  await desk.waitFor()
  await hands.act(name, async () => {
    await hands.choose(desk.locator('[data-field="field"]'), field)
    const typed = desk.locator('[data-field="value"]')
    const isChoice = await typed.evaluate((one) => one.tagName === 'SELECT')
    if (isChoice) await hands.choose(typed, value)
    else await hands.fill(typed, value)
    await hands.fill(desk.locator('[data-field="because"]'), because)
    await hands.commit()
  })
  await desk.waitFor({ state: 'detached' })
}
/** The open row is withdrawn. */
export async function withdraw(hands: Hands, name: string, because: string): Promise<void> {
  const desk = hands.page.locator('.row-desk')
  await desk.waitFor()
  await hands.act(name, async () => {
    await hands.fill(desk.locator('[data-field="because"]'), because)
    await hands.commit(desk.locator('[data-action="withdraw"]'))
  })
  await desk.waitFor({ state: 'detached' })
}

/** Contacts of a case out of a pasted list. */
export async function contacts(hands: Hands, of: string, pasted: string): Promise<void> {
  await hands.entry('K')
  await hands.act('contacts', async () => {
    await hands.fill('[data-form="contact"] [data-field="case"]', of)
    await hands.choose('[data-many="true"]')
    await hands.fill('[data-field="pasted"]', pasted)
    await hands.commit('[data-form="contact"] [data-action="write"]')
  })
}
export async function oneContact(hands: Hands, of: string, place: string, number: string): Promise<void> {
  await hands.entry('K')
  await hands.act('contact', async () => {
    await hands.choose('[data-many="false"]')
    await hands.fill('[data-form="contact"] [data-field="case"]', of)
    await hands.place('[data-form="contact"]', place)
    await hands.fill('[data-form="contact"] [data-field="id"]', number)
    await hands.commit('[data-form="contact"] [data-action="write"]')
  })
}
async function listed(hands: Hands, number: string): Promise<string> {
  await hands.entry('K')
  await hands.fill('[data-field="contacts"]', number)
  const row = `[data-contact="${number}"]`
  await hands.page.locator(row).waitFor()
  return row
}
/** What has become of a contact: one press. */
export async function became(hands: Hands, number: string, act: string, site?: string): Promise<void> {
  const row = await listed(hands, number)
  await hands.act(`contact ${act}`, async () => {
    if (site) await hands.choose('.contacts-site, [data-field="site"]', site)
    await hands.commit(`${row} [data-act="${act}"]`)
  })
}
export async function openContact(hands: Hands, number: string): Promise<void> {
  const row = await listed(hands, number)
  await hands.page.locator(`${row} [data-act="correct"]`).click()
}
