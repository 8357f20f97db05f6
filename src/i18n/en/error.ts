export default {
  safe: 'Recoverable',
  lost: 'Lost',
  untouched: 'Not affected',
  copy: 'Copy',
  copied: 'Copied',
  fault: {
    title: 'This screen was not drawn to the end',
    lead: 'The program failed while showing it. Everything already recorded is on this machine, unchanged.',
    safe: 'The whole log and all imported data',
    untouched: 'Source files and exported briefings',
  },
  file: {
    title: 'A file of this screen did not come',
    lead: 'The page was updated just now, or the server did not give it. Reload it; what was written is on this machine, and unchanged.',
  },
  reload: 'Reload',
  home: 'Back to the start',
  missing: {
    title: 'This machine does not hold that workspace',
    lead: 'The workspace of this link is not in this browser: it was deleted, or made on another machine. Export it there and import it here.',
  },
  trouble: {
    'disk-full': {
      title: 'The disk is full: nothing was written',
      text: 'Free some space and try again. What was recorded before is not affected.',
    },
    'not-kept': {
      title: 'This window keeps nothing',
      text: 'A private window or the browser settings forbid it: the data ends with this window. Export in time.',
    },
    'read-only': {
      title: 'Demo data is read-only',
      text: 'Copy it to a workspace of your own to change it.',
    },
    'worker-gone': {
      title: 'The computation did not start',
      text: 'Its file did not come, or the browser or an extension blocked it. Reload the page; if that does not help, check the files on the server and what is blocked. What was written is on this machine, and unchanged.',
    },
    'second-tab': {
      title: 'Nothing was written: another tab is writing',
      text: 'This one only reads. Close that tab, or press “Write here instead” above, and try again.',
    },
    'no-such-workspace': {
      title: 'This machine does not hold that workspace',
      text: 'It was deleted, or made on another machine.',
    },
    gone: {
      title: 'Nothing was written: the workspace is no longer on this machine',
      text: '“{title}” was deleted in another tab, or the data of this site was cleared. Download what this page still holds.',
    },
    'newer-release': {
      title: 'Written by a newer release, and not opened',
      text: 'This release cannot read all of it. So that nothing is damaged it was neither read nor written; the data stays as it is. Open it with the newer release; if you have just updated, reload this page.',
    },
    'storage-failed': {
      title: 'The browser did not write',
      text: 'Nothing was written. Try again, or export first.',
    },
    unwritable: {
      title: 'Nothing was written: some text or number cannot be kept',
      text: 'Half a character stands in the text, or a number is too large; pasting does this. Write it anew; what was recorded is not affected.',
    },
    'kernel-failed': {
      title: 'The computation did not finish',
      text: 'The screen shows the last result. {message}',
    },
    'broken-log': {
      title: 'The log is not complete',
      text: 'Records were altered or are missing; it was read up to the break. {message}',
    },
    'forked-log': {
      title: 'Two events follow the same one',
      text: 'Nothing was taken. {one} and {other} were both written after the same event of one device. Open the log as a new workspace, and carry over by hand what is missing.',
    },
    'other-content': {
      title: 'Two events have one id',
      text: 'Nothing was taken. {one} and {other} have the same id and say different things: check both logs with cordon verify.',
    },
    'clock-questioned': {
      title: 'Check the clock of this computer',
      text: 'Nothing was taken: {ahead} of {of} events would lie more than a day ahead of {clock}, which this computer says it is. Set date and time right and try again.',
    },
    'file-gone': {
      title: 'A file can no longer be read',
      text: 'Nothing was taken. {file} may have been moved, renamed or saved anew: choose it again.',
    },
    'exercise-into-live': {
      title: 'An exercise does not go into live data',
      text: 'Nothing was taken. Choose a new workspace for the data of the exercise.',
    },
    'live-into-exercise': {
      title: 'Live data do not go into an exercise',
      text: 'Nothing was taken. The open workspace is an exercise: choose a new one.',
    },
    'demo-missing': {
      title: 'The demo district was not deployed',
      text: 'demo/lanxi.zip is not there. Deploy again, or import your own data.',
    },
    'log-unreadable': { title: 'The log cannot be read', text: '{message}' },
    AbortError: { title: 'Cancelled', text: '' },
  },
}
