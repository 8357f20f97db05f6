import type { ProblemCode } from '../problem'
import { RECIPE_SENTENCES } from '../recipes/sentences'
import { CELL_SENTENCES_EN } from './cell-sentences-en'
import { FORMAT_SENTENCES_EN } from './format-sentences-en'
import type { Told } from './sentences-zh'

const FILE_OUT = 'The file was not taken; the other files are not affected.'
const ROW_OUT = 'This row was not taken; all other rows were.'
const ROW_IN = 'The rows are kept as they are.'

export const SENTENCES_EN: Readonly<Record<ProblemCode, Told>> = {
  ...CELL_SENTENCES_EN,
  ...FORMAT_SENTENCES_EN,
  ...RECIPE_SENTENCES.en,
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
  'unknown-column': [
    'The column {column} is not known.',
    'Its content is kept and takes no part in any figure.',
    'If it should, give it its canonical name.',
  ],
  'columns-left-out': [
    'Too many columns are not known: {count} more come after {seen}.',
    'Those are not kept; the known columns and the ones before are.',
    'If they should be, remove columns that are not needed and import again.',
  ],
  'column-twice': [
    'The column {column} says the same as an earlier one.',
    'The earlier one is used; of cases and contacts the later of two days counts, and a row whose two places differ is refused.',
    'Check that the right one is used: it can be changed column by column.',
  ],
  'days-differ': [
    'The column {column}, which says the same, tells another day: {seen}.',
    'The later day counts.',
    'Which column holds can be chosen column by column.',
  ],
  'places-differ': [
    'The column {column}, which says the same, names another place.',
    'The row was not taken; until it is placed it counts at its worst.',
    'Correct the place, or leave one of the columns out.',
  ],
  'fact-named': [
    'The fact “{seen}” ({count} rows) is what the rules call {suggestion}.',
    'It was taken as that fact.',
    'If it is another one, write it differently.',
  ],
  'header-twice': [
    'The header {column} comes twice.',
    'No row of this file was taken, for it cannot be told which column is meant.',
    'Rename or remove one of the two and import it again.',
  ],
  'other-header-twice': [
    'Two columns are headed {column}.',
    'Neither was taken; the other columns were.',
    'If they matter, give each a name of its own and import the file again.',
  ],
  'quotes-in-header': [
    'A quotation mark in the header line is not closed ({seen}).',
    'The headers were read without it; no line was lost.',
    'Check that the columns are the right ones.',
  ],
  'cell-over-lines': [
    'A cell of this row goes on over several lines, and each of them looks like a row of its own ({seen}).',
    'It was taken as one row, as its quotation marks say.',
    'If the marks are there by mistake, remove them and import it again.',
  ],
  'line-number': [
    'The column {column} only numbers the lines.',
    'It identifies nobody and is not kept; rows without an id of their own are known by all they say, and equal ones are different people.',
    'A changed row without an id is found again by place and kind in lists of cases and contacts, and comes as another row in others: if each has a lasting number, bring it in a column id.',
  ],
  'title-lines': [
    'Above the header stand {seen} lines of title or notes.',
    'They are left out; rows keep the numbers they have in the file, these lines counted; the unit and the time that they state are taken for the ground and time of the list.',
    'Check “What the lists speak for”.',
  ],
  'personal-dropped': [
    'The column {column} is about persons.',
    'It was not stored; the other columns were.',
    'Nothing needs to be done.',
  ],
  'column-not-kept': [
    'A list about persons has no column {column}.',
    'It was not stored; phrases of remarks that are known (moved, pooled, same household, handed over, died) became tags.',
    'If it should be used, give it its canonical name.',
  ],
  'wrong-number-of-columns': [
    'The number of columns differs from the header ({seen}).',
    ROW_OUT,
    'Look for a separator too many or too few; text with commas needs quotes.',
  ],
  'broken-quotes': [
    'A quotation mark is not closed or stands amid a cell ({seen}).',
    'It costs its own line and no other. Lines of this file lost in this way: {count}.',
    'Check the quotation marks of this line and import it again.',
  ],
  missing: ['The required {column} is empty.', ROW_OUT, 'Fill it in and import again.'],
  'missing-time': ['There is no time at all ({column}).', ROW_OUT, 'Fill in at least one of them.'],
  'missing-one-of': ['All of {column} are empty.', ROW_OUT, 'Fill in at least one of them.'],
  'cell-too-long': [
    'A cell of {column} has {seen} characters.',
    ROW_OUT,
    'Check the cell: a quote is probably not closed.',
  ],
  'not-text': ['{column} should be text but is {seen}.', ROW_OUT, 'Make it plain text or a number.'],
  'not-a-day': [
    '{seen} in {column} is no day.',
    ROW_OUT,
    'Write it like 2022-05-27. Suggestion: {suggestion}.',
  ],
  'not-a-time': [
    '{seen} in {column} is no time.',
    ROW_OUT,
    'Write it like 2022-05-27 18:00. Suggestion: {suggestion}.',
  ],
  'no-such-day': [
    '{seen} in {column} is a day that does not exist.',
    ROW_OUT,
    'Check the date. Is it {suggestion}?',
  ],
  'no-year': ['{seen} in {column} has no year.', ROW_OUT, 'Write the year: 2022-05-27.'],
  'hour-open': [
    '{seen} in {column} may be an hour of that day or of the next one.',
    ROW_OUT,
    'Write day and time of 24 hours: 2022-05-27 01:00.',
  ],
  'year-answered': [
    '{seen} in {column} has no year and is read as {suggestion}, as answered ({count} cells).',
    'The rows are taken.',
    'If the year is wrong, change the answer.',
  ],
  'level-answered': [
    'The table tells no level; it is {seen}, as answered ({count} zones).',
    'The zones are taken.',
    'If the level is wrong, change the answer.',
  ],
  'begin-answered': [
    'The table does not tell since when; the zones begin at {seen}, as answered ({count} zones).',
    'The zones are taken.',
    'If the time is wrong, change the answer.',
  ],
  'no-zones': [
    'These {seen} polygons are no zones, as answered.',
    'They are not taken, and hold no zone.',
    'If they are zones, choose their level.',
  ],
  'same-list': [
    'The same list as {seen}: {count} of {suggestion} rows are of the same people (place and kind agree; days and other cells that differ are listed).',
    'They are not counted again; the other rows are taken.',
    'If they are other people, choose “count apart”.',
  ],
  'same-list-differs': [
    'Two files of one list differ in {column}: here {seen}, at {suggestion}.',
    'The latter counts, this one is not taken.',
    'Find out which is right, mend it and import again.',
  ],
  'maybe-one-person': [
    'It may be the person of {seen}: day, kind, sex and age band agree, and the place or the way of being found; nobody else of either list is the like.',
    'Nothing is decided: both count.',
    'If it is one person, choose above which row counts.',
  ],
  'one-person': [
    'The person of {seen}, as was said.',
    'That row counts, this one is not taken.',
    'If they are two people, choose so above.',
  ],
  'same-rows': [
    'The same list as {seen}: {count} of {suggestion} rows are rows of it.',
    'They are not counted again; the other rows are taken, and what is said otherwise is listed.',
    'Nothing to do.',
  ],
  'cells-filled-in': [
    'It tells what {seen} leaves empty: {count} cells.',
    'They are filled in there.',
    'Nothing to do.',
  ],
  'day-number': [
    '{seen} in {column} is the day number of a spreadsheet.',
    ROW_OUT,
    'Format the column as dates and export again. Is it {suggestion}?',
  ],
  'ends-before-start': [
    '{column} ({seen}) is not after the start.',
    ROW_OUT,
    'Check both times; the end itself is not included.',
  ],
  'not-a-count': [
    '{seen} in {column} is no count.',
    ROW_OUT,
    'Write 0 or a whole number; leave it empty if it is not known.',
  ],
  'not-a-number': [
    '{seen} in {column} is no number.',
    ROW_OUT,
    'Write a number; leave it empty if it is not known.',
  ],
  negative: ['{seen} in {column} is below 0.', ROW_OUT, 'A count cannot be negative.'],
  'beyond-count': [
    '{seen} in {column} is more than can be.',
    ROW_OUT,
    'Counts go up to ten thousand million: check for a digit too many.',
  ],
  'approximate-count': [
    '{seen} in {column} is approximate.',
    ROW_OUT,
    'Only daily reports may be. Is the exact figure {suggestion}? If nobody knows, leave it empty.',
  ],
  'withheld-count': [
    '{seen} in {column} means withheld.',
    ROW_OUT,
    'Only daily reports may say so; leave it empty here.',
  ],
  'not-a-flag': ['{seen} in {column} is neither yes nor no.', ROW_OUT, 'Write {suggestion}.'],
  'not-in-list': [
    '{seen} in {column} is not one of the possible values.',
    ROW_OUT,
    'Possible: {suggestion}.',
  ],
  'personal-id': [
    'The id looks like an identity or telephone number.',
    'The row was not taken and the number not stored.',
    'Use a case number as id.',
  ],
  'cell-not-kept': [
    'What stands in {column} looks like a name, a number or prose.',
    'The cell was not stored; the row was taken.',
    'If it is a code or the name of a thing, write it otherwise and import the file again.',
  ],
  'address-not-kept': [
    'The addresses in {column} match no place ({count} rows).',
    'The rows were taken, the addresses not stored; they are listed as unplaced.',
    'Give them their place there, by list, day and row.',
  ],
  'duplicate-code': [
    '{column} {seen} came before, at {suggestion}.',
    'The later row was not taken, the earlier stays.',
    'Find out which is right, or give one another code.',
  ],
  'stays-overlap': [
    'A stay of zone {seen} overlaps the one at {suggestion}.',
    'The later row was not taken, the earlier stays.',
    'Stays of one zone follow each other; the end is not included.',
  ],
  'parent-circle': [
    'The parents go in a circle: {seen}.',
    'None of the rows on it was taken: which is wrong cannot be known.',
    'Check the column {column}.',
  ],
  'parents-too-deep': [
    'Parents stand above parents beyond any hierarchy ({seen}).',
    ROW_OUT,
    'Check the column {column}.',
  ],
  'half-position': [
    'Only one of longitude and latitude is there; {column} is missing.',
    'The row was taken, without a position.',
    'Fill in both.',
  ],
  'not-a-feature': ['This is no Feature: {seen}.', ROW_OUT, 'Check how it was exported.'],
  'empty-geometry': [
    'The geometry holds no position.',
    'Read as none; the row is taken.',
    'Give its ground or its position where there is one.',
  ],
  'wrong-geometry': [
    'This geometry cannot stand here: {seen}.',
    ROW_OUT,
    'Areas are Polygon or MultiPolygon, roads LineString or MultiLineString, sites Point.',
  ],
  'broken-coordinates': [
    'Coordinates are not pairs of numbers: {seen}.',
    ROW_OUT,
    'Export this geometry again.',
  ],
  'off-the-map': [
    'The position {seen} is not on Earth.',
    ROW_OUT,
    'Check longitude and latitude: are they swapped? Suggestion: {suggestion}.',
  ],
  'metres-not-degrees': [
    'The position {seen} looks like projected metres.',
    ROW_OUT,
    'Convert to degrees (WGS-84), or state the frame.',
  ],
  'ring-too-short': [
    'A boundary has fewer than three different points: {seen}.',
    ROW_OUT,
    'Draw or export this boundary again.',
  ],
  'line-too-short': ['A line has fewer than two points: {seen}.', ROW_OUT, 'Export this line again.'],
  tangled: [
    'The boundary crosses or winds around itself too often ({seen}).',
    ROW_OUT,
    'Mend or draw it again in a map program: a few crossings are parted, as many as these are not.',
  ],
  'no-ground': [
    'The shape has no area: {seen}.',
    ROW_OUT,
    'Draw it again; without a boundary leave the geometry empty.',
  ],
  'ring-closed': [
    'A boundary did not end where it began.',
    'It was closed with a straight line and the row taken.',
    'Look on the map whether the boundary is complete.',
  ],
  'self-crossing': [
    'A boundary crosses itself ({seen}).',
    'It was parted where it crosses; its area is the sum of the parts. The row was taken.',
    'Look at it on the map; better draw it again.',
  ],
  'parts-overlap': [
    'Parts of a boundary lie over each other, {seen} m² in all.',
    'The row was taken as drawn; ground in any part counts, and once: for area, cases, crossings and look-up.',
    'If the inner part was meant as a hole, draw it as one.',
  ],
  'wider-than-180': [
    'The boundary is {seen} degrees of longitude wide, more than 180.',
    'The row was taken as drawn; area, positions and crossings follow the long way round the Earth, and are probably wrong.',
    'Cut a boundary that crosses the 180th meridian in two parts there.',
  ],
  'place-by-name': [
    '{column} says “{seen}”, read as {suggestion} by name, alias or address ({count} rows).',
    ROW_IN,
    'Write the code where that is not the place meant.',
  ],
  'town-and-place-turned': [
    'The town stands under place and the place under town: “{seen}” ({count} rows).',
    'Read as {suggestion}; the rows are taken.',
    'Write the code where that is not the place meant.',
  ],
  'several-places': [
    '“{seen}” in {column} may be several places ({count} rows).',
    'The rows were taken and are unplaced: zones they may concern cannot be lowered yet.',
    'Write the code, or place the rows after the import. It may be: {suggestion}.',
  ],
  'zone-by-name': [
    '{column} says “{seen}”, read as zone {suggestion} by its name ({count} rows).',
    ROW_IN,
    'Write the id where that is not the zone meant.',
  ],
  'several-zones': [
    '“{seen}” in {column} may be several zones ({count} rows).',
    'The rows were taken and are unplaced: zones they may concern cannot be lowered yet.',
    'Write the id. It may be: {suggestion}.',
  ],
  'position-at-zero': [
    'The coordinates are {seen} ({count} rows): that is no position.',
    'The rows were taken; their place or address tells where they belong, without either they are unplaced.',
    'Fill in coordinates, or the code of the place.',
  ],
  'position-outside': [
    'The coordinates {seen} lie more than 5 km outside the district ({count} rows): that is no position.',
    'The rows were taken; their place or address tells where they belong, without either they are unplaced.',
    'Check the coordinates and their frame.',
  ],
  'position-swapped': [
    'The coordinates {seen} lie in the district only as latitude, longitude ({count} rows), and were turned.',
    'The rows were taken; where they contradict the place that is named, they are unplaced.',
    'Check which number is the longitude.',
  ],
  'unknown-place': [
    '{seen} in {column} is not among the places ({count} rows).',
    ROW_IN,
    'Check the code, or add the place to places.',
  ],
  'unknown-zone': [
    '{seen} in {column} is not among the zones ({count} rows).',
    ROW_IN,
    'Check the id of the zone.',
  ],
  'unknown-facility': [
    '{seen} in {column} is not among the facilities ({count} rows).',
    ROW_IN,
    'Check the id, or add it to facilities.',
  ],
  'unknown-policy': [
    'The policy {seen} was not brought along.',
    'The zones are kept; their conditions cannot be judged and are unknown.',
    'Put it into the policies folder, or use: {suggestion}.',
  ],
  'unknown-transition': [
    'The policy has no transition “{seen}” ({count} rows).',
    'The rows are kept and unplaced: approvals they may concern are not carried out.',
    'Possible: {suggestion}.',
  ],
  'no-decision': [
    'Steps without a decision: {count}.',
    'The rows are kept and unplaced: each may have declined what was given, which is not carried out.',
    'Fill in given or declined.',
  ],
  'signal-open': [
    'Signals without an outcome: {count}.',
    'These rows are unplaced: what was approved for their zones (for any zone where none is named) is not carried out.',
    'Fill in the outcome (cleared, or case with the id of the case) and import the file again.',
  ],
  'fact-unasked': [
    'No rule known here asks for the fact “{seen}” ({count} rows).',
    'It was taken and decides nothing.',
    'The known name most like it: {suggestion}.',
  ],
  'unknown-level': [
    'The policy has no level {seen}.',
    'The zones are kept but take no part in the levels.',
    'Possible: {suggestion}.',
  ],
  'places-over-others': [
    'Places of the file lie over other places of the workspace (pairs: {count}), {area} in all; the largest: {largest}.',
    'They are taken as they are; with both, the people of that ground are counted twice.',
    'If the places have changed, choose “Replaced by this file” with its date before the import; if they are the same places, use their codes.',
  ],
  'siblings-overlap': [
    'Places of one kind overlap (pairs: {count}), {area} in all. The largest: {largest}.',
    'Nothing is hidden or repaired; shared ground belongs to the smaller code. Pairs that share less than 1 m² are not told.',
    'Ask the source about these boundaries.',
  ],
  'gaps-between': [
    'There are gaps between neighbouring places of one kind (pairs: {count}), {area} in all. The largest: {largest}.',
    'They are taken as they are; a gap belongs to neither, and cases and roads in it may be lost. What is wider than 50 m, or less than 1 m² a pair, is not told.',
    'Ask the source about these boundaries; where a river or road was left out on purpose, nothing is to be done.',
  ],
  'zones-overlap': [
    'Zones lie over each other at one time (pairs: {count}), {area} in all. The largest: {largest}.',
    'They are taken as they are; shared ground belongs to the stricter zone, of one level to the smaller, and its people are counted once. Pairs that share less than 1 m² are not told.',
    'Check whether they are meant so; if not, draw one of them again.',
  ],
  'siblings-overlap-everywhere': [
    'Places of one kind overlap nearly everywhere: {count} pairs, {area} together, among the first that meet; the rest was not compared.',
    'Nothing is hidden or changed; a position in both belongs to the smaller code.',
    'Check whether one layer came several times, or ask the source for the borders.',
  ],
  'figure-twice': [
    'One place, figure and time have two values: {suggestion} and {seen}.',
    'Both rows were taken; a rule that asks for that time takes it for unknown.',
    'Check them and keep one.',
  ],
  'total-falls': [
    'The running total fell from {suggestion} to {seen}; a total does not shrink.',
    'The row was taken; until the total is above that again rules take it for unknown, and no difference is counted.',
    'Check which row is wrong and import it again.',
  ],
  'figure-negative': [
    'The value is negative ({seen}).',
    'The row was taken; a rule that asks for it takes it for unknown.',
    'A number of people is never negative: check it and import it again.',
  ],
  'excused-beyond-listed': [
    '{seen} people are excused, more than the {suggestion} listed.',
    'The row was taken; the coverage of this round is unknown.',
    'Check the numbers listed and excused.',
  ],
  'sampled-beyond-listed': [
    '{seen} people were sampled, more than the {suggestion} listed.',
    'The row was taken; the coverage of this round is unknown.',
    'Check the number listed, or list those who were sampled besides.',
  ],
  'round-twice': [
    'Row {suggestion} is of the same round ({seen}).',
    'Both rows were taken; the worse of them counts.',
    'If one of them is out of date or of another round, correct it and import it again.',
  ],
  'shape-differs': [
    'The drawn shape of zone {seen} differs from the union of its members by {area}.',
    'The members decide.',
    'Check the list of members or the drawn shape.',
  ],
}
