import { type FileReport, planImport } from '../import/plan'
import type { Problem } from '../import/problem'
import { readInput } from './read-pack'

export interface CheckAnswer {
  readonly schema: 'cordon-check/1'
  readonly files: readonly FileReport[]
  readonly problems: readonly Problem[]
}

/** What an import of the pack would take and refuse. */
export async function check(path: string): Promise<CheckAnswer> {
  const { files, problems } = await planImport(readInput(path), {})
  return { schema: 'cordon-check/1', files, problems }
}
