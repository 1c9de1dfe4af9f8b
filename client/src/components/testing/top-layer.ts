/** Gives jsdom the part of `<dialog>` and `popover` it lacks: the open state and its events. Focus and Esc stay with real browsers. */
export function fillTopLayer(): void {
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
  HTMLDialogElement.prototype.close = function () {
    if (!this.open) return
    this.open = false
    // As browsers do it: a task later.
    setTimeout(() => this.dispatchEvent(new Event('close')))
  }
  HTMLElement.prototype.showPopover = function () {
    this.style.display = 'block'
    this.dispatchEvent(toggled('open'))
  }
  HTMLElement.prototype.hidePopover = function () {
    this.style.display = 'none'
    this.dispatchEvent(toggled('closed'))
  }
}

function toggled(newState: 'open' | 'closed'): Event {
  return Object.assign(new Event('toggle'), { newState })
}
