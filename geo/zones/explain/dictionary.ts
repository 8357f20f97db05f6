import type { Comparison } from '../policy/policy'
import type { BlockId } from './explanation'

/** Things a policy names by an id. */
export type NameKind =
  | 'event'
  | 'flag'
  | 'metric'
  | 'method'
  | 'unit'
  | 'ground'
  | 'found'
  | 'word'
  | 'kind'
  | 'authority'
  | 'disease'
  | 'actor'
  | 'grade'

/** The words of one language: names by kind, and how sentences are put together. */
export interface Dictionary {
  readonly language: 'zh' | 'en'
  /** between titles that hold commas */
  readonly between: string
  readonly blocks: Readonly<Record<BlockId, string>>
  readonly names: Readonly<Record<NameKind, Readonly<Record<string, string>>>>
  list(words: readonly string[]): string
  either(words: readonly string[]): string
  quoted(word: string): string
  /** the event that one of what is counted was reported */
  report(subject: string): string
  together(words: string): string
  metres(count: number): string
  compared(value: Comparison): string
  readonly clock: {
    last(event: string): string
    first(event: string): string
    but(words: readonly string[]): string
    only(words: readonly string[]): string
    /** the last of one for each event of another name */
    each(last: string, every: string): string
    later(clocks: readonly string[]): string
    earlier(clocks: readonly string[]): string
    chosen(parts: { condition: string; anchor: string; otherwise: string }): string
  }
  readonly condition: {
    days(parts: { n: number; clock: string; full: boolean; ifMissing: boolean }): string
    never(events: readonly string[]): string
    count(parts: { event: string; within: number; compared: string; none: boolean; filter: string }): string
    rounds(parts: {
      min: number
      coverage: number | null
      withinDays: number | null
      withinHours: number | null
      fromDay: number | null
      since: string | null
      consecutive: boolean
    }): string
    metric(parts: { name: string; compared: string; days: number | null }): string
    surveys(parts: {
      method: string | null
      figure: 'value' | 'positive' | 'share'
      compared: string
      min: number
      apart: number | null
      valid: number
    }): string
    zones(parts: { within: string; levels: readonly string[]; compared: string; none: boolean }): string
    flag(name: string, withinHours: number | null): string
    not(sentence: string): string
    readonly any: string
    readonly all: string
    readonly none: string
  }
  readonly delimit: {
    unit(parts: { of: readonly string[]; unit: string; lookback: number | null; min: number | null }): string
    buffer(parts: { of: string; radius: string; minus: readonly string[] }): string
    ring(unit: string, minus: readonly string[]): string
    adjacent(to: string, unit: string): string
    remainder(within: string, minus: readonly string[]): string
    readonly manual: string
    when(condition: string): string
    edge(of: string): string
    level(name: string): string
  }
  readonly move: {
    moves(parts: { from: readonly string[]; to: string; kind: string }): string
    on(event: string): string
    same(title: string): string
    came(levels: readonly (string | null)[]): string
    inLevel(days: number): string
    restarts(events: readonly string[]): string
    raised(event: string, to: string): string
    /** no lowering leads out of the level (reached from `from`) */
    noWayOut(parts: { edition: string; level: string; from: string | null }): string
    approval(steps: readonly string[]): string
    tail(title: string): string
    readonly units: string
    readonly anew: string
    readonly optional: string
    readonly despite: string
    readonly byItself: string
  }
  readonly level: {
    rank(rank: number): string
    readonly lowest: string
    term(hours: number): string
    prefix(zh: string, en: string): string
  }
  readonly test: {
    pcr(days: readonly number[]): string
    antigen(days: readonly number[]): string
    final(hours: number): string
    temperature(times: number): string
    dayOne(nextDay: boolean): string
  }
  readonly step: {
    step(parts: { number: number; name: string; actor: string | null; hours: number | null }): string
    filing(parts: { number: number; name: string; actor: string | null }): string
  }
  readonly head: {
    about(parts: { disease: string; jurisdiction: string }): string
    valid(from: string, to: string | null): string
    extends(name: string): string
    elapsed(full: boolean): string
    zone(tz: string): string
    readonly stricter: string
    units(standard: string, allowed: readonly string[]): string
    subject(name: string, unit: string): string
    community(ways: readonly string[]): string
    readonly firstRule: string
    lowest(level: string): string
    /** the conditions that follow let a place go down one level */
    stays(level: string): string
    clusters(sizes: readonly { from: string; cases: number }[]): string
    steady(days: number): string
    deadline(parts: { name: string; from: string; done: string; hours: number }): string
    migrates(parts: { from: string; levels: readonly string[]; keeps: boolean; grace: number | null }): string
    source(parts: { topic: string; grade: string | null; reference: string }): string
  }
}
