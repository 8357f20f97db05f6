import type { PlacerQuestion } from './label-messages'
import { Placer } from './placer'

const scope = self as unknown as DedicatedWorkerGlobalScope
const placer = new Placer()

scope.onmessage = ({ data }: MessageEvent<PlacerQuestion>) => {
  const answer = placer.answer(data)
  if (answer) scope.postMessage(answer)
}
