import { ROW_IN } from './kept-words-en'
import type { Told } from './told'

/** What is said in English of what rows name, and of rows against each other. */
export const ACROSS_SENTENCES_EN = {
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
  'policy-refused': [
    'The file of the policy {seen}, {suggestion}, has a fault and was not taken.',
    'The zones are kept; their conditions cannot be judged and are unknown.',
    'Mend the file as its own line says, then import it again.',
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
  'zones-beyond-district': [
    'Zones reach beyond the line of the district (zones: {count}), {area} outside in all. The largest: {largest}.',
    'They are taken as they are; what lies outside is in their area, and in no figure of levels or people: nothing is known of it here.',
    'Check the lines of the zones and of the district; settle what crosses it with the neighbour.',
  ],
  'parts-exceed-place': [
    'Places say fewer people or households than their parts together (places: {count}). The largest: {seen}.',
    'They are taken as they are; the sum of the parts counts.',
    'Check the figures of both, and import the mended file again.',
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
  'resulted-beyond-sampled': [
    '{seen} people have results, more than the {suggestion} sampled.',
    'The row was taken; whether all results of this round are in is unknown.',
    'Check the numbers sampled and resulted.',
  ],
  'occupied-beyond-rooms': [
    '{seen} rooms are in use or closed, more than the {suggestion} there are.',
    'The row was taken; no room counts as free.',
    'Check both numbers, or correct the rooms of the site.',
  ],
  'round-twice': [
    'Row {suggestion} is of the same round ({seen}).',
    'Both rows were taken; the worse of them counts.',
    'If one of them is out of date or of another round, correct it and import it again.',
  ],
  'passage-twice': [
    'Row {suggestion} is of the same post, day, direction and group ({seen}).',
    'Both rows were kept; where their figures differ the higher counts as a lower bound (≥), they are not added.',
    'If they are of two shifts, add them up in one row; if one is out of date, delete it and import the list again.',
  ],
  'passage-apart': [
    'The total {seen} differs from {suggestion}, the sum of its parts of that post and day.',
    'All rows were kept; the higher counts as a lower bound (≥), and nothing is added twice.',
    'Check the total and its parts.',
  ],
  'shape-differs': [
    'The drawn shape of zone {seen} differs from the union of its members by {area}.',
    'The members decide.',
    'Check the list of members or the drawn shape.',
  ],
} satisfies Readonly<Record<string, Told>>
