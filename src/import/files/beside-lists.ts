import type { Facts, Indicator, PackDescription } from '#geo'
import type { Body } from '../../log/events'
import { PACK_UNDESCRIBED } from '../../log/fold/register'
import { isApart } from '../../log/outside/join'
import { type Offered, offerKept } from '../offer'
import { aProblem, type Problem } from '../problem'
import { readIndicators, readPolicy, refusePolicyCircles } from './documents'
import { type FileReport, without } from './file-report'
import { readDescription } from './pack-description'
import type { PackFile } from './pack-files'
import { whyNotKept } from './personal-file'

/** What came of files that are no lists. */
interface Part {
  readonly reports: readonly FileReport[]
  readonly problems: readonly Problem[]
  readonly drafts: readonly Body[]
}

/** The description of the pack: its own file's, else that of the workspace. */
export function describedBy(
  files: readonly PackFile[],
  existing: Facts | null,
): Part & { readonly pack: PackDescription; readonly isFrameStated: boolean } {
  const fallback = existing?.pack ?? PACK_UNDESCRIBED
  const file = files.find(({ role }) => role === 'pack')
  if (!file) return { pack: fallback, isFrameStated: false, reports: [], problems: [], drafts: [] }
  const { pack, isFrameStated, problems } = readDescription(file)
  const reports = [without(file.path, 'pack', pack ? 'utf-8' : null)]
  if (!pack) return { pack: fallback, isFrameStated, reports, problems, drafts: [] }
  return { pack, isFrameStated, reports, problems, drafts: [{ type: 'pack.described@1', pack }] }
}

/** A pack says what it is for: an exercise and the world as it is do not go into one workspace. */
export function useProblems(
  { pack, reports }: ReturnType<typeof describedBy>,
  use?: PackDescription['use'],
): Problem[] {
  const file = reports[0]?.file
  if (file === undefined || use === undefined || !isApart(pack.use, use)) return []
  return [aProblem(file, use === 'exercise' ? 'live-into-exercise' : 'exercise-into-live')]
}

/** Policies and indicators among the files. */
export function readDocuments(
  files: readonly PackFile[],
  adopted: readonly unknown[],
): Part & {
  readonly documents: readonly unknown[]
  readonly indicators: readonly Indicator[]
  /** by the id that it states, the file of a policy that was not taken */
  readonly refused: ReadonlyMap<string, string>
} {
  const reports: FileReport[] = []
  const problems: Problem[] = []
  const drafts: Body[] = []
  const documents: unknown[] = []
  const indicators: Indicator[] = []
  const refused = new Map<string, string>()
  const policies = new Map(
    files.filter(({ role }) => role === 'policy').map((file) => [file, readPolicy(file)]),
  )
  refusePolicyCircles(policies, adopted)
  for (const file of files) {
    const read = policies.get(file)
    if (read) {
      reports.push(without(file.path, 'policy', read.encoding))
      for (const problem of read.problems) problems.push(problem)
      if (read.document === null) {
        if (read.id !== null) refused.set(read.id, file.path)
        continue
      }
      documents.push(read.document)
      drafts.push({ type: 'policy.adopted@1', policy: read.document })
    } else if (file.role === 'indicators') {
      const read = readIndicators(file)
      const rows = read.indicators.length
      reports.push({
        ...without(file.path, 'indicators', read.encoding),
        rows: read.total,
        taken: rows,
        refused: read.total - rows,
      })
      for (const problem of read.problems) problems.push(problem)
      for (const indicator of read.indicators as readonly Indicator[]) indicators.push(indicator)
      if (rows > 0 || read.problems.length === 0)
        drafts.push({ type: 'indicators.defined@1', indicators: read.indicators })
    }
  }
  return { reports, problems, drafts, documents, indicators, refused }
}

/** Files that no list holds: kept as they are, or told. */
export function keptFiles(
  files: readonly PackFile[],
): Omit<Part, 'drafts'> & { readonly offered: readonly Offered[] } {
  const reports: FileReport[] = []
  const problems: Problem[] = []
  const offered: Offered[] = []
  for (const file of files) {
    const against = file.role === 'kept' ? whyNotKept(file) : null
    if (against !== null) {
      reports.push(without(file.path, 'unknown'))
      problems.push(against)
    } else if (file.role === 'kept') {
      offered.push(offerKept(file))
      reports.push(without(file.path, 'kept'))
      problems.push(aProblem(file.path, 'kept-file'))
    } else if (file.role === 'unknown' || file.role === 'segment' || file.role === 'besidePack') {
      reports.push(without(file.path, 'unknown'))
      problems.push(aProblem(file.path, file.role === 'besidePack' ? 'beside-pack' : 'unknown-file'))
    }
  }
  return { reports, problems, offered }
}
