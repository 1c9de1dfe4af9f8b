import type { NoticeAudience, SavedNotice } from '@openfloor/shared/meeting/state.ts'

/** The notice that is being written; what was typed outlives the tab. */
export class NoticeDraft {
  to = $state<NoticeAudience>('everyone')
  /** Of the screens; null: all of them. */
  screenId = $state<string | null>(null)
  text = $state('')

  /** Aims it at one screen, or for null at all of them. */
  toScreen(screenId: string | null): void {
    this.to = 'screens'
    this.screenId = screenId
  }

  /** Begins with a saved notice, to be changed before it is sent. */
  write({ to, text }: SavedNotice): void {
    this.to = to
    this.screenId = null
    this.text = text
  }
}

/** What is open in the tab of the screens. */
export class ScreensPlace {
  /** The screen whose name is being changed. */
  renaming = $state<string | null>(null)
  isAdding = $state(false)
}
