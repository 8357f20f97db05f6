import { ROW_OUT } from './kept-words-en'
import type { Told } from './told'

/** What is said in English of shapes and positions. */
export const GEOMETRY_SENTENCES_EN = {
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
  'holes-beyond': [
    'Holes of a boundary reach beyond it or lie over each other, {seen} m² in all.',
    'The row was taken as drawn; left out is what a hole takes from the ground, and once.',
    'Look at it on the map; what was meant as ground of its own is a part, not a hole.',
  ],
  'wider-than-180': [
    'The boundary is {seen} degrees of longitude wide, more than 180.',
    'The row was taken without it: such a boundary goes the long way round the Earth, and where its ground is nobody knows.',
    'Cut a boundary that crosses the 180th meridian in two parts there, and import it again.',
  ],
  'line-wider-than-180': [
    'The line is {seen} degrees of longitude wide, more than 180.',
    'The row was taken as it is drawn: such a line goes the long way round the Earth, and cuts borders where the road does not.',
    'Cut a road that crosses the 180th meridian in two there, and import it again.',
  ],
} satisfies Readonly<Record<string, Told>>
