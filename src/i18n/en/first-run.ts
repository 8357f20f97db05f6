export default {
  title: 'See what each zone still lacks, and the earliest day it can change',
  lead: 'Put boundaries, compounds, cases, checkpoints and test rounds on one map, check every condition of every zone, export the briefing.',
  private:
    'This is a private window, or the browser forbids saving: nothing will be kept when it closes. Export in time.',
  demo: {
    title: 'Demo district: Lanxi',
    counts:
      '{towns} towns, {villages} villages, {compounds} compounds, {zones} zones. All fictional; can be restored at any time.',
    fictional: 'All fictional; can be restored at any time.',
    open: 'Open the demo',
    opening: 'Opening…',
    absent: 'The demo district was not deployed',
  },
  own: {
    drop: 'Drop files here',
    what: 'Boundaries, compounds, cases, checkpoints, quarantine sites',
    formats: 'Excel, CSV, GeoJSON, KML, GPX, Shapefile, zip, log.ndjson, or a whole folder',
    title: 'Open my data',
    local:
      'Headers and frame (WGS-84, CGCS2000, GCJ-02, BD-09) are recognised. Files are read on this machine and never uploaded.',
    choose: 'Choose files',
  },
  list: {
    title: 'Workspaces on this machine',
    readOnly: 'read-only',
    found: 'Workspace found again',
    events: '{n} record · saved {when} | {n} records · saved {when}',
    open: 'Open',
    export: 'Export',
    remove: 'Delete',
    ask: 'Delete “{title}”? It cannot be restored; export it first.',
    yes: 'Delete',
    no: 'Keep',
  },
  notes: {
    two: {
      title: 'Two files are enough',
      text: 'One with boundaries (district, villages or compounds), one list with addresses or positions. More can follow.',
    },
    closed: {
      title: 'Data stays here',
      text: 'There is no server, and the page asks no other host for anything. It works offline.',
    },
    keys: { title: 'Keyboard', demo: 'open the demo', open: 'choose files', all: 'all keys' },
  },
}
