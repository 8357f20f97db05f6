import { formatInstant, type Hypothesis } from '#geo'
import { type CsvCell, toCsv } from './csv'

type Of<Kind> = Extract<Hypothesis, { kind: Kind }>

/**
 * What was supposed as the files of a pack, so that it can be looked at, corrected and taken in like any other import
 * once it has happened. A supposed round has no numbers of people: nobody has been counted.
 */
export function hypothesisFiles(
  hypotheses: readonly Hypothesis[],
  timezone: string,
): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  const time = (at: number): string => formatInstant(timezone, at)
  const of = <Kind extends Hypothesis['kind']>(kind: Kind): Of<Kind>[] =>
    hypotheses.filter((one): one is Of<Kind> => one.kind === kind)
  const write = (name: string, headers: readonly string[], rows: readonly (readonly CsvCell[])[]): void => {
    if (rows.length > 0) files.set(name, toCsv(headers, rows))
  }
  write(
    'cases.csv',
    ['id', 'reportedAt', 'kind', 'foundIn', 'place', 'zone', 'lng', 'lat'],
    of('case').map(({ at, caseKind, foundIn, place, zone, position }, i) => [
      ...[`${time(at).slice(0, 10)}-${i + 1}`, time(at), caseKind, foundIn, place, zone],
      ...(position ?? [null, null]),
    ]),
  )
  write(
    'rounds.csv',
    ['zone', 'round', 'startedAt', 'finishedAt', 'result'],
    of('round').map(({ at, zone, result }) => [zone, time(at).slice(0, 10), time(at), time(at), result]),
  )
  write(
    'facts.csv',
    ['zone', 'at', 'fact', 'value'],
    of('fact').map(({ at, zone, fact, value }) => [zone, time(at), fact, value]),
  )
  write(
    'facilities.csv',
    ['id', 'kind', 'to'],
    of('checkpointCloses').map(({ at, checkpoint }) => [checkpoint, 'checkpoint', time(at)]),
  )
  return files
}
