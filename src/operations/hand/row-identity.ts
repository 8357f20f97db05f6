import type { ListName } from '#geo'
import type { RowAt } from '../../log/events'
import { theKernel } from '../../stores/kernel'
import { useWorkspaces } from '../../stores/use-workspaces'

/** The identity by which deeds name a row of a list of the open log; null where it does not have it. */
export async function identityOfRow(list: ListName, at: RowAt): Promise<string | null> {
  const workspace = useWorkspaces().registerOf
  if (workspace === null) return null
  return (await theKernel().ask('identity', { workspace, list, at })).row
}
