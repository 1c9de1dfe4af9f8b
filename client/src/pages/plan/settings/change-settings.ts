import type { CommandOf } from '@openfloor/shared/commands.ts'
import type { Submission } from '../submission.svelte.ts'

/** What changes; everything else stays as it is by then. */
export type ChangedSettings = CommandOf<'change-settings'>['settings']

/** Sends a change; true when it was taken, else the submission has the problem. */
export type ChangeSettings = (submission: Submission, changed: ChangedSettings) => Promise<boolean>
