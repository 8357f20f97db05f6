import type { WorkspaceBody } from '../../log/workspace/workspace-body'
import { handVerb } from '../hand/writing'

/** What holds of the workspace as a whole: its name, what is reported until when, the guard distance, who speaks and who is on duty. */
export const stateWorkspace = handVerb<WorkspaceBody>({ id: 'workspace.state', label: 'workspace.write' })
