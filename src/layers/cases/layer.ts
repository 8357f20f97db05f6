import { type Layer, rowOf } from '../layer'
import { casesPart } from './cases'

declare module '../part' {
  interface LayerRooms {
    cases: 'cases'
  }
}

/** Cases as discs and dots. */
export const CASES = {
  part: casesPart,
  groups: {
    cases: {
      branch: 'cases',
      sign: [{ shape: 'circle', radius: 4, look: 'full' }],
      rows: rowOf('cases', 'cases.homes', ({ survey }) => survey.cases && survey.caseDots.day.length),
      legend: ['cases', 'casesOutside'],
      table: { checks: 'clusters' },
    },
  },
} satisfies Layer<'cases'>
