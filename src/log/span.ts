import type { Facts, Instant, Moment } from '#geo'

/** First and newest dated fact, ms. Null where nothing is dated. Ends of stays and plans do not count. */
export function spanOf(facts: Facts): { readonly first: Instant; readonly newest: Instant } | null {
  let first = Number.POSITIVE_INFINITY
  let newest = Number.NEGATIVE_INFINITY
  const see = (at: number): void => {
    if (at < first) first = at
    if (at > newest) newest = at
  }
  const seeMoment = (moment: Moment | null): void => see(moment?.at ?? Number.NaN)
  facts.cases.reportedAt.at.forEach(see)
  facts.cases.sampledAt.at.forEach(see)
  facts.contacts.transferredAt.at.forEach(see)
  for (const { from } of facts.zones) seeMoment(from)
  for (const { at } of facts.steps) seeMoment(at)
  for (const { startedAt, finishedAt } of facts.rounds) {
    seeMoment(startedAt)
    seeMoment(finishedAt)
  }
  for (const { at } of facts.statedFacts) seeMoment(at)
  for (const { filedAt } of facts.reports) seeMoment(filedAt)
  for (const { at } of facts.occupancy) seeMoment(at)
  for (const { at } of facts.checks) seeMoment(at)
  for (const { at } of facts.metrics) seeMoment(at)
  return newest >= first ? { first, newest } : null
}
