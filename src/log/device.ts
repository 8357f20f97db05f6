import type { LogEvent } from './events'

/**
 * The device that writes in one workspace: each workspace has its own, so that an original and its copy, each
 * continued on the same computer, never write two events after the same one.
 */
export const deviceIn = (workspace: string, device: string): string => `${device}.${workspace}`

/** Was the event written on that computer, in whatever workspace? What was written before had no workspace in its device. */
export const isOfDevice = (event: LogEvent, device: string): boolean =>
  event.device === device || event.device.startsWith(`${device}.`)
