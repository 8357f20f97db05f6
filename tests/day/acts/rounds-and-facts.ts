import { expect } from 'vitest'
import type { Hands } from '../hands'

const ROUND = '[data-form="round"]'

/** A round of a zone is opened; listed is proposed from the population. */
export async function openRound(hands: Hands, zone: string): Promise<void> {
  await hands.entry('R')
  await hands.act('round opened', async () => {
    await hands.choose(`${ROUND} [data-field="zone"]`, zone)
    await hands.commit(`${ROUND} [data-action="write"]`)
  })
  await hands.page.locator(`[data-round^="${zone}|"]`).first().waitFor()
}
/** Rounds of several zones in one step. */
export async function openRounds(hands: Hands, zone: string, also: readonly string[]): Promise<void> {
  await hands.entry('R')
  const { events } = await hands.act('rounds of several zones', async () => {
    await hands.choose(`${ROUND} [data-field="zone"]`, zone)
    await hands.page.locator(`${ROUND} [data-act="also"]`).click()
    for (const one of also) await hands.choose(`${ROUND} [data-also="${one}"]`)
    await hands.commit(`${ROUND} [data-action="write"]`)
  })
  expect(events.map(({ type }) => type)).toEqual(Array(1 + also.length).fill('round.reported@1'))
  for (const one of [zone, ...also]) await hands.page.locator(`[data-round^="${one}|"]`).first().waitFor()
}
/** New figures of a running round, which it may be closed with. */
export async function figures(
  hands: Hands,
  round: string,
  said: Readonly<Record<string, string>>,
  close?: 'negative' | 'positive',
): Promise<void> {
  await hands.entry('R')
  const row = `[data-round^="${round}"]`
  await hands.act(close ? `round ${close}` : 'round figures', async () => {
    await hands.choose(`${row} [data-act="figures"]`)
    for (const [name, text] of Object.entries(said)) await hands.fill(`${row} [data-field="${name}"]`, text)
    await hands.commit(`${row} ${close ? `[data-act="${close}"]` : '[data-action="write"]'}`)
  })
}
export async function openRoundRow(hands: Hands, round: string): Promise<void> {
  await hands.entry('R')
  await hands.page.locator(`[data-round^="${round}"] [data-act="correct"]`).click()
}

const FACT = '[data-form="fact"]'
/** A fact of a zone that a condition asks for; where the lists say otherwise it is said twice. */
export async function fact(
  hands: Hands,
  zone: string,
  name: string,
  choice: 'true' | 'false',
): Promise<void> {
  await hands.entry('F')
  await hands.act('fact', async () => {
    await hands.choose(`${FACT} [data-field="zone"]`, zone)
    await hands.choose(`${FACT} [data-field="fact"]`, name)
    await hands.choose(`${FACT} [data-choice="${choice}"]`)
    await hands.commit(`${FACT} [data-action="write"]`)
    const told = hands.page.locator(`${FACT} [data-action="write"]`, { hasText: '仍然记下' })
    await hands.page.waitForTimeout(600)
    if (await told.isVisible()) await told.click()
  })
}

const METRIC = '[data-form="metric"]'
export async function metric(hands: Hands, name: string, value: string): Promise<void> {
  await hands.entry('M')
  await hands.act('figure', async () => {
    await hands.fill(`${METRIC} [data-field="metric"]`, name)
    await hands.fill(`${METRIC} [data-field="value"]`, value)
    await hands.commit(`${METRIC} [data-action="write"]`)
  })
}
