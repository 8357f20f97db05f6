import ninth2022 from '../policies/cn-9th-2022.json' with { type: 'json' }
import tenMeasures from '../policies/cn-10-measures.json' with { type: 'json' }
import twentyMeasures from '../policies/cn-20-measures.json' with { type: 'json' }
import threeZone2021 from '../policies/cn-2021-three-zone.json' with { type: 'json' }
import swineFever2020 from '../policies/cn-asf-2020.json' with { type: 'json' }
import beijingRisk2020 from '../policies/cn-beijing-2020-risk.json' with { type: 'json' }
import beijingTenDays from '../policies/cn-beijing-2022-10d.json' with { type: 'json' }
import county2020 from '../policies/cn-county-2020.json' with { type: 'json' }
import guangzhouNotice20 from '../policies/cn-guangzhou-2021-n20.json' with { type: 'json' }
import guangzhou2022 from '../policies/cn-guangzhou-2022.json' with { type: 'json' }
import avianInfluenzaChina from '../policies/cn-hpai.json' with { type: 'json' }
import shanghaiApril from '../policies/cn-shanghai-2022-04-11.json' with { type: 'json' }
import shanghaiMay from '../policies/cn-shanghai-2022-05-22.json' with { type: 'json' }
import xian2022 from '../policies/cn-xian-2022.json' with { type: 'json' }
import ecdc2020 from '../policies/eu-ecdc-2020-1475.json' with { type: 'json' }
import avianInfluenzaEurope from '../policies/eu-hpai.json' with { type: 'json' }
import france2020 from '../policies/fr-2020-09.json' with { type: 'json' }
import indiaApril from '../policies/in-2020-04.json' with { type: 'json' }
import indiaMay from '../policies/in-2020-05.json' with { type: 'json' }
import italy2021 from '../policies/it-2021-08.json' with { type: 'json' }
import malaysia2020 from '../policies/my-2020-04.json' with { type: 'json' }
import newYork2020 from '../policies/us-ny-2020-10.json' with { type: 'json' }

/** The published editions that come with the kernel, as their JSON says; `resolvePolicy` makes them usable. */
export const BUILT_IN_POLICIES: readonly unknown[] = [
  threeZone2021,
  ninth2022,
  twentyMeasures,
  tenMeasures,
  xian2022,
  guangzhouNotice20,
  guangzhou2022,
  beijingTenDays,
  shanghaiApril,
  shanghaiMay,
  beijingRisk2020,
  county2020,
  avianInfluenzaChina,
  swineFever2020,
  avianInfluenzaEurope,
  italy2021,
  ecdc2020,
  france2020,
  malaysia2020,
  indiaApril,
  indiaMay,
  newYork2020,
]
