import { assess, clusters, coverage, type Facts, findingsOf, type Instant, survey } from '#geo'
import { logFiles, packFiles, zipOf } from '../export/pack'
import type { Logs } from './logs'
import type { Answers } from './messages'
import { type Calls, Handed } from './serve'

/** Everything the screens show of one slice; the survey is made of the other two. */
export function answersOf(facts: Facts, slice: { asOf: Instant; known: Instant | null }): Answers {
  const covered = coverage(facts, slice)
  const findings = findingsOf(facts, { asOf: slice.asOf, coverage: covered })
  const assessed = assess(facts, { ...slice, findings })
  return {
    assess: assessed,
    coverage: covered,
    survey: survey(facts, { ...slice, assess: assessed, coverage: covered }),
  }
}

/** The calls that ask the kernel about a slice, and those that write a log out. */
export function answerCalls(logs: Logs): Pick<Calls, 'answers' | 'clusters' | 'export'> {
  return {
    answers: async ({ workspace, known, effective }) =>
      answersOf(await logs.register(workspace, known), { asOf: effective, known }),
    clusters: async ({ workspace, known, effective, options }) =>
      clusters(await logs.register(workspace, known), { asOf: effective, ...options }),
    export: async ({ workspace, what }) => {
      const { ordered, blocks } = await logs.read(workspace)
      const log = { events: ordered, blocks }
      const files = what === 'log' ? logFiles(log) : packFiles(log, await logs.register(workspace, null))
      const bytes = zipOf(files)
      const entry = (await logs.storage.list()).find(({ id }) => id === workspace)
      const exercise = entry?.use === 'exercise' ? '-演练' : ''
      const name = `${fileName(entry?.title ?? 'cordon')}${exercise}.${what}.zip`
      return new Handed({ name, bytes }, [bytes.buffer])
    },
  }
}

/** The title without what no file system takes. */
const fileName = (title: string): string => title.replace(/[\\/:*?"<>|\s]+/g, '-').slice(0, 80)
