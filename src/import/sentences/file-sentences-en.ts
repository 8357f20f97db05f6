import { FILE_OUT, ROW_OUT } from './kept-words-en'
import type { Told } from './told'

/** What is said in English of a file as a whole. */
export const FILE_SENTENCES_EN = {
  'not-utf8': [
    'The file is UTF-8 and damaged at one place ({seen}).',
    FILE_OUT,
    'It was probably damaged or cut off: save or send it once more.',
  ],
  'empty-file': [
    'The file is empty.',
    'Nothing was taken; an empty file does not say “none”.',
    'To say “none”, keep the header line.',
  ],
  'broken-json': [
    'The JSON breaks at {seen} (⏏: the file ends there).',
    FILE_OUT,
    'It was probably cut off: export or copy it again.',
  ],
  'file-too-large': [
    'The file is too large ({seen}).',
    FILE_OUT,
    'Keep one file below 500 MB: split it, by town for instance, and import the parts.',
  ],
  'nested-too-deep': [
    'The JSON is nested more than {seen} levels deep.',
    FILE_OUT,
    'Files of a pack need some ten: check where it comes from, or export it again.',
  ],
  'too-many-columns': [
    'There are too many columns ({seen}).',
    FILE_OUT,
    'Keep the columns that are needed, and check the delimiter.',
  ],
  'header-too-long': [
    'One header is as long as a page ({seen}…).',
    FILE_OUT,
    'A quote in the first line is probably not closed.',
  ],
  'not-features': [
    'This JSON holds no features of a map (line:column {seen}).',
    FILE_OUT,
    'Export it as a GeoJSON FeatureCollection.',
  ],
  'not-a-pack': [
    'pack.json does not describe a pack ({seen}).',
    'The other files are read with the default settings.',
    'It should say {suggestion}: check format and version.',
  ],
  'broken-zip': [
    'The archive cannot be opened ({seen}).',
    FILE_OUT,
    'Pack it again as an ordinary .zip without encryption.',
  ],
  'zip-too-large': [
    'The archive unpacks to too much ({seen}).',
    'None of it was opened.',
    'Check where it comes from; if it is in order, unpack it and import the folder.',
  ],
  'zip-damaged': [
    '{seen} in the archive is not of the size or the checksum stated for it.',
    'The archive was not opened: where one part is damaged the rest cannot be trusted.',
    'Pack or copy it again.',
  ],
  'zip-name-twice': [
    'Two files in the archive have one name ({seen}).',
    'The archive was not opened: which of them is meant cannot be known.',
    'Remove or rename one and pack it again; names that differ only in case are one name.',
  ],
  'unsafe-path': [
    'A path leads out of the pack ({seen}).',
    'That file was not read; the others are not affected.',
    'Check where the archive comes from.',
  ],
  'missing-column': [
    'The required column {column} is missing.',
    'No row of this file was taken.',
    'Add the column; these spellings are read too: {suggestion}.',
  ],
  'broken-policy': [
    'The policy has no usable {column} ({seen}).',
    'This policy was not taken.',
    'A policy must state its id, and its levels unless it extends another; days are whole, from 0 to 3653, and other numbers what they can be.',
  ],
  'policy-circle': [
    '{column} of the policy leads back to itself ({seen}).',
    'This policy was not taken.',
    'Let it refer to another: no policy and no clock can rest on itself.',
  ],
  'unwritable-value': [
    'The value {seen} of {column} cannot be kept: the number is too large, or half a character stands in the text.',
    'The row or the file that holds it was not taken; everything else was.',
    'Correct the value, or export the file again.',
  ],
  'broken-indicators': [
    'Indicator {row} has no usable {column} ({seen}).',
    'It was not taken; the others were.',
    'Each needs id, zh and a kind: new, cumulative, inPlace or share.',
  ],
  'broken-log': [
    'Line {row} of the log is not in order ({seen}).',
    'Every event that can be read is.',
    'Export the log again and check it with cordon verify.',
  ],
  'forked-log': [
    'Line {row} and another event follow the same event of one device: {seen}.',
    'Nothing of this log was taken; both logs are as they were.',
    'A log went on in two places under one device. Open this one as a new workspace, and carry over by hand what the other lacks.',
  ],
  'other-content': [
    'Line {row} has the id of an event that says something else: {seen}.',
    'Nothing of this log was taken; both logs are as they were.',
    'One of the two was altered: check both with cordon verify, or open this one as a new workspace.',
  ],
  'clock-questioned': [
    'More than half of the log ({seen} events) would lie more than a day ahead of the clock of this computer, which says {suggestion}.',
    'Nothing of this log was taken.',
    'Check date and time of this computer and try again.',
  ],
  'unknown-type': [
    'The event is of a type that this release does not know: {seen}.',
    'It is set aside: kept and exported again, in no figure.',
    'A newer release may know it.',
  ],
  'not-valid': [
    'The event is not valid in {column}: {seen}.',
    'It is set aside: kept and exported again, in no figure.',
    'Ask who wrote it, and enter here what it was meant to say.',
  ],
  'dated-ahead': [
    'The event is dated more than a day after it came: {seen}.',
    'It is set aside: kept and exported again, in no figure.',
    'Ask who wrote it to check the clock of that computer, and enter here what it says.',
  ],
  'guard-distance-in-log': [
    'The guard distance of the log, {seen} m, is beyond 1 km.',
    'The log is read; {suggestion} m are used.',
    'Check it, and import pack.json again.',
  ],
  'policy-circle-in-log': [
    'The policy {column} of the log leads back to itself ({seen}).',
    'The log is read; zones under this policy have nothing to be judged by.',
    'Let it refer to another and import it again.',
  ],
  'circle-in-log': [
    'Parents in the log go in a circle: {seen} ({column}, {count} in all).',
    'The log is read; the circle is broken at one place and its parents are not to be trusted.',
    'Check the parents, and import them corrected.',
  ],
  'depth-in-log': [
    'Parents in the log stand above parents beyond any hierarchy ({seen}; {column}, {count} in all).',
    'The log is read; lines that long are broken on the way.',
    'Check the parents, and import them corrected.',
  ],
  'exercise-into-live': [
    'These are data of an exercise, and the workspace is not one.',
    'Nothing of them was taken.',
    'Choose a new workspace: an exercise always stands alone.',
  ],
  'live-into-exercise': [
    'The workspace is an exercise, and these are not data of one.',
    'Nothing of them was taken.',
    'Choose a new workspace: an exercise always stands alone.',
  ],
  'frame-not-yet': [
    'Positions in the frame {seen} cannot be converted yet.',
    ROW_OUT,
    'Convert them to WGS-84, or state wgs84 or gcj02 as frame in pack.json.',
  ],
  'personal-file': [
    'Column {column} holds names, telephone or identity numbers.',
    'The file was not stored.',
    'Remove names, telephone and identity numbers and import it again.',
  ],
  'unknown-file': [
    'This file is not known.',
    'It was neither read nor stored.',
    'If it should be read, save it as xlsx, csv or GeoJSON and import it again.',
  ],
  'beside-pack': [
    'A pack (pack.json) is read by the names that its lists have; this file is none of them.',
    'It was neither read nor stored, so that nothing counts twice.',
    'If it should be read, open the pack and drop this file on its own.',
  ],
  'kept-file': [
    'This release does not use the file yet.',
    'It is stored byte for byte and leaves with an exported pack.',
    'Nothing to do.',
  ],
  'beside-log': [
    'One log is imported at a time; this time it is {seen}.',
    'This file was neither read nor stored.',
    'Import it by itself.',
  ],
  'copy-of-log': [
    'The pack holds log.ndjson, which alone counts.',
    'This file is a readable copy of it and was not read.',
    'Nothing to do.',
  ],
  'bad-setting': [
    'The setting {column} in pack.json cannot be used ({seen}).',
    'The default {suggestion} is used; the other settings hold.',
    'Correct it and import again.',
  ],
} satisfies Readonly<Record<string, Told>>
