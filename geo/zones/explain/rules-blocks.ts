import type { Condition, Policy, Schedule } from '../policy/policy'
import { conditionSentences } from './condition-words'
import type { PolicyItem } from './explanation'
import { actorName, inBoth, levelName, nameOf, ownName } from './naming'
import { plain } from './transitions-block'

/** Rules that give a level by themselves, from the top. */
export function classItems(policy: Policy, key: 'classify' | 'classifyInitial'): PolicyItem[] {
  const rules = policy[key] ?? []
  if (rules.length === 0) return []
  const items = rules.map((rule, i): PolicyItem => {
    const { level, when } = rule
    const until = 'until' in rule ? (rule.until as Condition | undefined) : undefined
    const path = `${key}.${i}`
    const source = policy.levels.find((one) => one.id === level)?.source
    const place = { policy, path: `${path}.when`, depth: 0, authority: 'national' as const, source }
    return {
      path,
      about: level,
      title: inBoth((d) => levelName(d, policy, level)),
      sentences: [
        ...conditionSentences(when, place),
        ...(until
          ? [
              plain(`${path}.until`, 'join', {
                words: inBoth((d) => d.head.stays(levelName(d, policy, level))),
              }),
              ...conditionSentences(until, { ...place, path: `${path}.until`, depth: 1 }),
            ]
          : []),
      ],
    }
  })
  const sentences = [plain(key, 'text', { words: inBoth((d) => d.head.firstRule) })]
  if (key === 'classify') {
    const lowest = policy.levels.reduce((a, b) => (b.rank < a.rank ? b : a))
    sentences.push(
      plain(key, 'text', { words: inBoth((d) => d.head.lowest(levelName(d, policy, lowest.id))) }),
    )
    const days = policy.hysteresis?.downgradeAfterDays
    if (days) sentences.push(plain('hysteresis', 'text', { words: inBoth((d) => d.head.steady(days)) }))
  }
  return [...items, { path: key, about: null, title: null, sentences }]
}

/** The tests of each level by day. */
export function scheduleItems(policy: Policy): PolicyItem[] {
  return Object.entries(policy.schedules ?? {}).map(([level, schedule]) => ({
    path: `schedules.${level}`,
    about: level,
    title: inBoth((d) => levelName(d, policy, level)),
    sentences: testsOf(policy, level, schedule),
  }))
}

function testsOf(policy: Policy, level: string, schedule: Schedule) {
  const { pcrDays, antigenDays = [], finalWithinHours, temperaturePerDay, source } = schedule
  const path = `schedules.${level}`
  const say = (key: string, make: Parameters<typeof inBoth>[0]) =>
    plain(`${path}.${key}`, 'test', { words: inBoth(make), source })
  const found = pcrDays.length > 0 ? [say('pcrDays', (d) => d.test.pcr(pcrDays))] : []
  if (antigenDays.length > 0) found.push(say('antigenDays', (d) => d.test.antigen(antigenDays)))
  if (finalWithinHours) found.push(say('finalWithinHours', (d) => d.test.final(finalWithinHours)))
  if (temperaturePerDay) found.push(say('temperaturePerDay', (d) => d.test.temperature(temperaturePerDay)))
  if (pcrDays.length > 0) found.push(say('dayOne', (d) => d.test.dayOne(policy.dayOne === 'nextDay')))
  return found
}

/** Every chain: who takes which step, within what time, and what is only filed. */
export function approvalItems(policy: Policy): PolicyItem[] {
  return Object.entries(policy.approvals ?? {}).map(([name, steps]) => {
    const used = (policy.transitions ?? []).filter(({ approval }) => approval === name)
    return {
      path: `approvals.${name}`,
      about: name,
      title:
        used.length > 0 ? inBoth((d) => used.map((one) => ownName(d, one, one.id)).join(d.between)) : null,
      sentences: steps.map((step, i) =>
        plain(`approvals.${name}.${i}`, 'approval', {
          words: inBoth((d) => {
            const parts = {
              number: i + 1,
              name: ownName(d, step, step.step),
              actor: actorName(d, step.actor),
            }
            return step.blocking === false
              ? d.step.filing(parts)
              : d.step.step({ ...parts, hours: step.slaHours ?? null })
          }),
          source: step.source,
        }),
      ),
    }
  })
}

export function deadlineItems(policy: Policy): PolicyItem[] {
  const deadlines = policy.deadlines ?? []
  if (deadlines.length === 0) return []
  const sentences = deadlines.map((one, i) =>
    plain(`deadlines.${i}`, 'text', {
      words: inBoth((d) =>
        d.head.deadline({
          name: ownName(d, one, one.id),
          from: nameOf(d, 'event', one.from),
          done: nameOf(d, 'event', one.done),
          hours: one.hours,
        }),
      ),
      source: one.source,
    }),
  )
  return [{ path: 'deadlines', about: null, title: null, sentences }]
}
