import type { PublicSegment } from '@openfloor/shared/views/public.ts'

/** What has become of a segment: `ran` and `running` have a record, `asked` has people waiting for it. */
export type SegmentStage = 'planned' | 'asked' | 'running' | 'ran'

export function stageOf(
  { id, startedAt, waiting }: Pick<PublicSegment, 'id' | 'startedAt' | 'waiting'>,
  currentSegmentId: string | null,
): SegmentStage {
  if (id === currentSegmentId) return 'running'
  if (startedAt !== null) return 'ran'
  return waiting > 0 ? 'asked' : 'planned'
}

/** Rule E3: what has been entered keeps its place. */
export function mayMove(stage: SegmentStage): boolean {
  return stage === 'planned' || stage === 'asked'
}

/** Rule E3: what has been entered, or has somebody waiting, keeps its kind and stays in the programme. */
export function mayChangeKind(stage: SegmentStage): boolean {
  return stage === 'planned'
}
