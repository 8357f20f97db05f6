import { addDays, dayOf, type Facts, type Instant, type Moment, type MomentColumn, startOfDay } from '#geo'

/**
 * First and newest dated fact, ms. A fact that only has a day lasts to the 24:00 that ends it: there it is seen. Null
 * where nothing is dated. Ends of stays and plans do not count.
 */
export function spanOf(facts: Facts): { readonly first: Instant; readonly newest: Instant } | null {
  const zone = facts.pack.timezone
  let first = Number.POSITIVE_INFINITY
  let newest = Number.NEGATIVE_INFINITY
  let newestDay = Number.NEGATIVE_INFINITY
  const see = (at: number, isDay: boolean): void => {
    if (at < first) first = at
    if (!isDay && at > newest) newest = at
    if (isDay && at > newestDay) newestDay = at
  }
  const seeColumn = ({ at, isDay }: MomentColumn): void =>
    at.forEach((one, row) => see(one, isDay[row] === 1))
  const seeMoment = (moment: Moment | null): void => {
    if (moment) see(moment.at, moment.isDay)
  }
  seeColumn(facts.cases.reportedAt)
  seeColumn(facts.cases.sampledAt)
  seeColumn(facts.contacts.transferredAt)
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
  if (newestDay > Number.NEGATIVE_INFINITY)
    newest = Math.max(newest, startOfDay(zone, addDays(dayOf(zone, newestDay), 1)))
  return newest >= first ? { first, newest } : null
}
