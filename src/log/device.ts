import type { LogEvent } from './events'

/**
 * The device that writes in one workspace: each workspace has its own, so that an original and its copy, each
 * continued on the same computer, never write two events after the same one.
 */
export const deviceIn = (workspace: string, device: string): string => `${device}.${workspace}`

/** Was the event written on that computer, in whatever workspace? What was written before had no workspace in its device. */
export const isOfDevice = (event: LogEvent, device: string): boolean =>
  event.device === device || event.device.startsWith(`${device}.`)

/** The device of a log that nobody is to keep: it has no author and no clock, and its times only number its events. */
export const HEADLESS = 'headless'

export const hasClock = ({ device }: Pick<LogEvent, 'device'>): boolean => device !== HEADLESS
