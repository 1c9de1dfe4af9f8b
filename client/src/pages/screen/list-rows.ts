import type { ListRow, PublicList } from '@openfloor/shared/views/public.ts'

/** Those who are to be called, in their order: who is on hold is passed over. */
export function comingRows(list: PublicList | null): readonly ListRow[] {
  return (list?.head ?? []).filter(({ onHold }) => !onHold)
}
