import { useImport } from '../../../stores/use-import'
import { useKeymap } from '../../shell/keymap/use-keymap'

/** Takes the last change of the plan back by key. For what is opened after the frame: the frame steps the log back. */
export function useTakeBack(): void {
  const intake = useImport()
  useKeymap('plan', {
    takeBack: ({ target }) => {
      // what is being typed is taken back by its field
      if (target instanceof HTMLInputElement && !['radio', 'checkbox'].includes(target.type)) return false
      return intake.past.length > 0 && intake.takeBack()
    },
  })
}
