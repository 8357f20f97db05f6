/** What happened, what was kept, what to do. */
export type Told = readonly [happened: string, kept: string, todo: string]
