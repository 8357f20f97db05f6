import { type Layer, rowOf } from '../layer'
import { placesPart } from './places'

declare module '../part' {
  interface LayerRooms {
    places: 'towns' | 'villages' | 'compounds'
  }
}

/** Administrative lines, compounds and their names. */
export const PLACES = {
  part: placesPart,
  groups: {
    towns: {
      branch: 'admin',
      sign: [{ shape: 'line', path: 'M-8 0H8', look: 'town' }],
      rows: rowOf('towns', 'places.towns', ({ survey }) => survey.district.towns),
      legend: { none: 'named' },
      table: { none: 'ground' },
    },
    villages: {
      branch: 'admin',
      sign: [{ shape: 'line', path: 'M-8 0H8', look: 'village' }],
      rows: rowOf('villages', 'places.villages', ({ survey }) => survey.district.villages),
      legend: { none: 'named' },
      table: { none: 'ground' },
    },
    compounds: {
      branch: 'admin',
      sign: [{ shape: 'line', path: 'M-5 -4H1V1H-5zM2 -3H6V4H2z', look: 'block' }],
      rows: rowOf('compounds', 'places.compounds', ({ survey }) => survey.district.compounds),
      legend: { none: 'named' },
      table: { none: 'ground' },
    },
  },
} satisfies Layer<'places'>
