declare global {
  interface Window {
    /** Document Picture-in-Picture, where the browser has it: a window of ours that stays above all others. */
    readonly documentPictureInPicture?: {
      /** The one that this page has open. */
      readonly window: Window | null
      requestWindow(size: { readonly width: number; readonly height: number }): Promise<Window>
    }
  }
}

/** Whether anybody can see the page now: itself, or the small window that it has open. */
export function isSeen(): boolean {
  return !document.hidden || !!window.documentPictureInPicture?.window
}
