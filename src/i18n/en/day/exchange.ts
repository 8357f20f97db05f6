export default {
  title: 'Exchange',
  note: 'One log on several computers: each writes, then they meet, over the file, folder or hub that you choose and nothing else',
  tabs: { settings: 'Settings', exchange: 'Exchange', backup: 'Backups' },
  open: 'Exchange with other computers',
  openNote: 'only what they lack: an exchange file, a shared folder, or a hub',
  readOnly: 'The demo is read-only. Copy it to a workspace of your own, then exchange that',
  file: {
    title: 'Exchange file',
    note: 'By stick or mail; holds only what the other lacks',
    for: 'For which computer',
    anybody: 'Any (everything)',
    peer: '{who}, whose file came {at}',
    lacks: 'lacks {n} event | lacks {n} events',
    make: 'Make an exchange file',
    made: '{name}, with {n} event | {name}, with {n} events',
    nothing: 'The other lacks nothing',
    take: 'Take an exchange file…',
    drop: 'or drop it here',
    looking: 'Checking the file',
  },
  preview: {
    title: 'Before it is taken: {name}',
    news: '{n} new event | {n} new events',
    here: '{n} here already',
    nothing: 'Nothing new: all of it is here',
    aside: '{n} of them is set aside, in no figure | {n} of them are set aside, in no figure',
    device: 'Device',
    who: 'Signed by',
    events: 'New',
    from: 'From',
    to: 'To',
    unsigned: 'unsigned',
    between: ', ',
    take: 'Take {n} event | Take {n} events',
    leave: 'Do not take it',
    close: 'Close',
  },
  folder: {
    title: 'Exchange folder',
    note: 'On a share or a stick; each computer writes its own files, nothing is locked',
    unsupported:
      'This browser, or the way this page is opened, cannot choose a folder: use the exchange file beside. Chrome and Edge can, over https or on this machine',
    none: 'No folder is chosen',
    choose: 'Choose a folder…',
    change: 'Another one…',
    forget: 'Use it no more',
    now: 'Exchange now',
    busy: 'Exchanging',
    waiting: '{n} event waits to be given | {n} events wait to be given',
    given: 'Everything is given',
    permission: 'The browser wants to be allowed again: press “Exchange now”',
  },
  fault: {
    denied: 'The folder may not be read or written. Choose it again and allow it, or use an exchange file',
    gone: 'The folder is not there: a stick that was pulled out, or a share that is gone. Everything is on this machine; exchange again once it is back',
    full: 'The disk of the folder is full; not everything was written. Make room and exchange again: it goes on from there',
    failed: 'The folder could not be read or written; try again. Everything is on this machine',
  },
  last: {
    title: 'Last exchange',
    never: 'Nothing was exchanged yet',
    folder: 'folder “{name}”',
    taken: 'file “{name}” taken',
    made: 'file “{name}” made',
    in: '{n} event came | {n} events came',
    out: '{n} given',
    none: 'Nothing of others came',
  },
  count: 'Events of {n} device, {events} in all | Events of {n} devices, {events} in all',
  read: {
    'not-exchange': '{name} is neither an exchange file nor an exported log: nothing was taken',
    cut: '{name} is not whole: the copy was broken off or came to harm. Nothing was taken; copy it again',
    'too-large':
      '{name} holds far more than an exchange file does ({seen}): it was not opened and nothing was taken',
    altered: '{name} was altered after it was made ({seen}): nothing was taken. Ask for a new one',
    'newer-release':
      '{name} was made by a newer release: nothing was taken. Update this one, or ask for an exported log',
  },
  refusal: {
    foreign:
      'This is of another workspace: not one event in common. Nothing was taken and nothing given. On a new computer open it on the first page; to put the two together import its log',
    damaged: 'An event in it was altered: nothing was taken. Ask for a new file',
    'clock-questioned':
      'Nothing was taken: of {of} that came, {ahead} lie more than a day ahead of the clock of this computer. Set date and time right first',
    'exercise-into-live': 'An exercise does not go into live data: nothing was taken',
    'live-into-exercise': 'Live data do not go into an exercise: nothing was taken',
  },
  told: {
    torn: 'The last line of {seen} is not whole (being written or copied): it is read the next time',
    'segment-missing':
      'Device {device}: {n} event waits for segment {seen} and is taken once it comes | Device {device}: {n} events wait for segment {seen} and are taken once it comes',
    'segment-altered':
      'Device {device}: {n} event waits for segment {seen}, which is not as its hash says (half copied) | Device {device}: {n} events wait for segment {seen}, which is not as its hash says (half copied)',
    gap: 'Device {device}: {n} event follows others that are not here. Ask for a file for “Any (everything)” | Device {device}: {n} events follow others that are not here. Ask for a file for “Any (everything)”',
    shorter: '{seen} is shorter than when it was read last; what was taken stays',
    unreadable: '{seen} is no event: nothing was read from there on',
    altered:
      '{seen} is not what its hash says: it was altered, and {n} event is left out | {seen} is not what its hash says: it was altered, and {n} events are left out',
    'evidence-altered':
      'Device {device}: what a step of an approval saw was altered; {n} event is left out | Device {device}: what a step of an approval saw was altered; {n} events are left out',
    repeated:
      'Device {device}: {n} event stands twice or was put in later, and is left out | Device {device}: {n} events stand twice or were put in later, and are left out',
    forked:
      'Device {device} wrote two events after the same one; {n} that came later is left out: {seen} | Device {device} wrote two events after the same one; {n} that came later are left out: {seen}',
    'no-ticket': '{seen} has no ticket, or none that the administrator of this hub signed; it is left out',
    'other-subject': '{seen} came with the ticket of another unit or computer; it is left out',
    'other-device':
      '{seen} was given for device {device} by one whose ticket does not let it pass on what others wrote; it is left out',
    'outside-role': '{seen} is beyond the role of its ticket; it is left out',
    'after-ticket': '{seen} was given after its ticket had ended; it is left out',
    'other-content':
      'Two events have one id and say different things; {n} of device {device} is left out: {seen} | Two events have one id and say different things; {n} of device {device} are left out: {seen}',
  },
}
