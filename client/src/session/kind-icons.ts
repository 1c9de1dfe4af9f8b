import type { RequestKind } from '@openfloor/shared/ordering/row.ts'
import type { IconShape } from '../components/icons.ts'

/** What a request is for, told apart by shape: nobody needs the colour. */
export const kindIcons: Readonly<Record<RequestKind, IconShape>> = {
  statement: { path: 'M5 7h14M5 12h14M5 17h9', mirrors: true },
  question: { path: 'M8.5 9a3.5 3.5 0 1 1 5 3.2c-1 .5-1.5 1.2-1.5 2.3M12 18.5v.01' },
  'point-of-order': { path: 'M12 3 21 12l-9 9-9-9zM12 8v5M12 16v.01' },
  'right-of-reply': { path: 'M9.5 5 4.5 10l5 5M4.5 10H14a5.5 5.5 0 0 1 5.5 5.5V19', mirrors: true },
  'panel-reply': {
    path: 'M4 15.5h16M6 15.5V19M18 15.5V19M12 4.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM7.5 15.5a4.5 4.5 0 0 1 9 0',
  },
}
