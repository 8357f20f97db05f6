/** Laid beside every exported log or pack: for whom it is, who made it and when. Not a file of the pack. */
export const NOTICE_FILE = 'NOTICE.txt'

/** What an exchange file is, beside the log in it. Not a file of the pack. */
export const EXCHANGE_FILE = 'exchange.json'
