export default {
  fault: {
    'no-such-place': 'There is no such place: choose one of those listed',
    'no-items': 'Fill in one item at least; 0 where there was none',
    'no-such-post': 'There is no such checkpoint',
    'no-role': 'Choose which role is missing',
    'no-ground': 'Type the place and choose one of those listed',
    'no-time': 'Write when it was reported, e.g. 2022-05-27 14:00',
    'no-kind': 'Choose the kind',
    'no-way': 'Choose how the case was found',
    'id-taken': 'A case has this number: correct it instead',
    personal: 'Looks like a name, telephone or identity number, which is not stored: write it otherwise',
    'no-reason': 'Write why',
    'nothing-set': 'Nothing was changed',
    'no-such-row': 'There is no such row, or it was withdrawn',
    'already-held': 'A case has this number: correct it instead',
    'not-a-value': 'This cannot be read',
  },
}
