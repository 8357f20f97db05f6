/** Why nobody knows all the zones: no list tells any, or rows of it were refused. */
export type ZonesUnknown = 'no-list' | 'rows-unread'
