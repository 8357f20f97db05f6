export default {
  home: 'Back to the start',
  views: 'Views',
  theme: 'Light / Dark',
  savedAt: 'Saved here {time}',
  notKept: 'Private window: nothing is kept',
  readOnly: 'Demo data, read-only',
  halt: {
    state: 'No longer saved',
    gone: {
      title: '“{title}” is no longer on this machine: nothing is saved any more',
      text: 'It was deleted in another tab, or the data of this site was cleared.',
    },
    'newer-release': {
      title: 'A newer release has taken over “{title}”: this page saves nothing any more',
      text: 'Another tab opened the newer release. Reload this page.',
    },
    held: 'This page still holds its records, until it is closed or reloaded: download them first; they can be imported from the start page.',
    saved:
      'One event downloaded; it can be imported from the start page. | {n} events downloaded; they can be imported from the start page.',
    download: 'Download the log (zip)',
  },
  asOf: 'As of {moment}',
  loading: 'Reading the workspace…',
  computing: 'Computing…',
  stale: 'Computing for the new time; below is the last result',
  export: {
    title: 'Export',
    briefing: 'Briefing (PNG)',
    briefingNote: '16:9, stamped internal',
    pack: 'Pack (zip)',
    packNote: 'The log and readable copies; opens on another machine',
    log: 'Log (zip)',
    logNote: 'log.ndjson with its segments; can be verified',
    copyName: 'copy',
    copyNote: 'The demo is read-only, a copy is not',
  },
  office: '{district} headquarters',
}
