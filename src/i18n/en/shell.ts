export default {
  home: 'Back to the start',
  views: 'Views',
  theme: 'Light / Dark',
  savedAt: 'Saved here {time}',
  notKept: 'Private window: nothing is kept',
  readOnly: 'Demo data, read-only',
  asOf: 'As of {moment}',
  loading: 'Reading the workspace…',
  computing: 'Computing…',
  stale: 'Computing for the new time; below is the last result',
  noWebgl:
    'This machine has no usable graphics: the map cannot be shown. Tables and figures are not affected.',
  contextLost: 'The system took back the map’s graphics memory; it is being restored. Data is not affected.',
  office: '{district} headquarters',
}
