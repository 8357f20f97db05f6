import * as v from 'valibot'
import type { DutyTurn } from '#geo'
import { id, reporting, textOrNull, time, title } from '../outside/records'
import type { WorkspaceBody } from './workspace-body'

const turn: v.GenericSchema<unknown, DutyTurn> = v.object({
  ...{ role: id, name: id, unit: textOrNull, phone: textOrNull },
  ...{ from: time, to: time },
})

/** What a statement of the workspace may hold; what it leaves out it says nothing of. */
export const WORKSPACE_FIELDS: {
  readonly [Name in Exclude<keyof WorkspaceBody, 'type'>]-?: v.GenericSchema<unknown, WorkspaceBody[Name]>
} = {
  title: v.optional(title),
  reporting: v.optional(reporting),
  guardDistanceM: v.optional(v.pipe(v.number(), v.gtValue(0))),
  issuer: v.optional(textOrNull),
  duty: v.optional(v.array(turn)),
}
