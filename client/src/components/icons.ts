/** A drawing on a 24 by 24 grid, stroked. `mirrors` is set where it points along the line of writing. */
export interface IconShape {
  readonly path: string
  readonly mirrors?: true
}

// Each is a constant of its own, so a page carries only those it imports.
export const hand: IconShape = {
  path: 'M7.5 12.5V6.2a1.5 1.5 0 0 1 3 0v4.6M10.5 10.8V4.2a1.5 1.5 0 0 1 3 0v6.6M13.5 10.8V5.4a1.5 1.5 0 0 1 3 0v5.8M16.5 11.2V8a1.5 1.5 0 0 1 3 0v6.2a7 7 0 0 1-7 7 7.2 7.2 0 0 1-5.9-3.1L3.4 13.4a1.55 1.55 0 0 1 2.5-1.8l1.6 2.2v-1.3',
}
export const handLowered: IconShape = {
  path: 'M7.5 12.5V7.4M10.5 10.8V4.2a1.5 1.5 0 0 1 3 0v6.6M13.5 9V5.4a1.5 1.5 0 0 1 3 0v5.8M16.5 11.2V8a1.5 1.5 0 0 1 3 0v6.2c0 .7-.1 1.3-.3 1.9M17.3 19.3a7 7 0 0 1-4.8 1.9 7.2 7.2 0 0 1-5.9-3.1L3.4 13.4a1.55 1.55 0 0 1 2.5-1.8l1.6 2.2M3.5 3.5l17 17',
}
export const play: IconShape = {
  path: 'M7 5.2v13.6a.6.6 0 0 0 .9.5l11-6.8a.6.6 0 0 0 0-1l-11-6.8a.6.6 0 0 0-.9.5z',
}
export const pause: IconShape = { path: 'M8.5 5v14M15.5 5v14' }
export const stop: IconShape = {
  path: 'M7.5 6h9A1.5 1.5 0 0 1 18 7.5v9a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 6 16.5v-9A1.5 1.5 0 0 1 7.5 6z',
}
export const skipNext: IconShape = { path: 'M6 5.5v13l9.5-6.5zM18.5 5.5v13', mirrors: true }
export const skipBack: IconShape = { path: 'M18 5.5v13L8.5 12zM5.5 5.5v13', mirrors: true }
export const plus: IconShape = { path: 'M12 5v14M5 12h14' }
export const undo: IconShape = { path: 'M8.5 5 4.5 9l4 4M4.5 9h9.5a5.5 5.5 0 0 1 0 11H9', mirrors: true }
export const cut: IconShape = {
  path: 'M8.5 6.5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0zM8.5 17.5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0zM8.1 8.1 20 18M8.1 15.9 20 6',
}
export const message: IconShape = {
  path: 'M5.5 4.5h13a2 2 0 0 1 2 2v8.5a2 2 0 0 1-2 2H11l-4.5 3.5V17h-1a2 2 0 0 1-2-2V6.5a2 2 0 0 1 2-2zM8 9h8M8 12.5h5',
  mirrors: true,
}
export const bell: IconShape = {
  path: 'M6 16.5v-6a6 6 0 0 1 12 0v6l1.5 1.5h-15zM10 18v.5a2 2 0 0 0 4 0V18',
}
export const bellOff: IconShape = {
  path: 'M8.7 5.5A6 6 0 0 1 18 10.5v4M6 9.5v7L4.5 18h12M10 18v.5a2 2 0 0 0 4 0V18M4 4l16 16',
}
export const lock: IconShape = {
  path: 'M6.5 11h11a1.5 1.5 0 0 1 1.5 1.5v6a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 18.5v-6A1.5 1.5 0 0 1 6.5 11zM8 11V8a4 4 0 0 1 8 0v3',
}
export const lockOpen: IconShape = {
  path: 'M6.5 11h11a1.5 1.5 0 0 1 1.5 1.5v6a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 18.5v-6A1.5 1.5 0 0 1 6.5 11zM8 11V7.5a4 4 0 0 1 7.7-1.5',
}
export const users: IconShape = {
  path: 'M12.5 8a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0zM2.5 20a6.5 6.5 0 0 1 13 0M15.5 4.7a3.5 3.5 0 0 1 0 6.6M18 14.3a6.5 6.5 0 0 1 3.5 5.7',
  mirrors: true,
}
export const screen: IconShape = {
  path: 'M4.5 5h15A1.5 1.5 0 0 1 21 6.5v9a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 15.5v-9A1.5 1.5 0 0 1 4.5 5zM12 17v3M8 20h8',
}
export const qr: IconShape = {
  path: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2.5v2.5M20 14v2M14 20h2.5M20 19.5v.5M7 7h.01M17 7h.01M7 17h.01',
}
export const copy: IconShape = {
  path: 'M10.5 8.5h8A1.5 1.5 0 0 1 20 10v8.5a1.5 1.5 0 0 1-1.5 1.5h-8A1.5 1.5 0 0 1 9 18.5V10a1.5 1.5 0 0 1 1.5-1.5zM15.5 5.5A1.5 1.5 0 0 0 14 4H5.5A1.5 1.5 0 0 0 4 5.5V14a1.5 1.5 0 0 0 1.5 1.5',
}
export const check: IconShape = { path: 'm4.5 12.5 5 5 10-11' }
export const cross: IconShape = { path: 'm6 6 12 12M18 6 6 18' }
export const more: IconShape = {
  path: 'M5.95 12a.45.45 0 1 1-.9 0 .45.45 0 0 1 .9 0zM12.45 12a.45.45 0 1 1-.9 0 .45.45 0 0 1 .9 0zM18.95 12a.45.45 0 1 1-.9 0 .45.45 0 0 1 .9 0z',
}
export const grip: IconShape = {
  path: 'M9.45 6a.45.45 0 1 1-.9 0 .45.45 0 0 1 .9 0zM9.45 12a.45.45 0 1 1-.9 0 .45.45 0 0 1 .9 0zM9.45 18a.45.45 0 1 1-.9 0 .45.45 0 0 1 .9 0zM15.45 6a.45.45 0 1 1-.9 0 .45.45 0 0 1 .9 0zM15.45 12a.45.45 0 1 1-.9 0 .45.45 0 0 1 .9 0zM15.45 18a.45.45 0 1 1-.9 0 .45.45 0 0 1 .9 0z',
}
export const arrowUp: IconShape = { path: 'M12 19V5M6 11l6-6 6 6' }
export const arrowDown: IconShape = { path: 'M12 5v14M6 13l6 6 6-6' }
export const chevronDown: IconShape = { path: 'm6.5 9.5 5.5 5.5 5.5-5.5' }
export const clock: IconShape = { path: 'M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0zM12 7v5l3.5 2' }
export const warning: IconShape = {
  path: 'M10.7 4.7 2.9 18a1.5 1.5 0 0 0 1.3 2.3h15.6a1.5 1.5 0 0 0 1.3-2.3L13.3 4.7a1.5 1.5 0 0 0-2.6 0zM12 10v4M12 17h.01',
}
export const globe: IconShape = {
  path: 'M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0zM3.5 12h17M12 3.5c2.2 2.3 3.4 5.2 3.4 8.5S14.2 18.2 12 20.5C9.8 18.2 8.6 15.3 8.6 12S9.8 5.8 12 3.5z',
}
export const settings: IconShape = {
  path: 'M4 7h8.5M17.5 7H20M4 17h2.5M11.5 17H20M17.5 7a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0zM11.5 17a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0z',
  mirrors: true,
}
export const pencil: IconShape = {
  path: 'm14.5 5.5 4 4M4 20l.9-4.4L16 4.5a1.4 1.4 0 0 1 2 0l1.5 1.5a1.4 1.4 0 0 1 0 2L8.4 19.1z',
}
export const trash: IconShape = {
  path: 'M4.5 6.5h15M9 6.5V5a1.5 1.5 0 0 1 1.5-1.5h3A1.5 1.5 0 0 1 15 5v1.5M6.5 6.5l.8 12.6a1.5 1.5 0 0 0 1.5 1.4h6.4a1.5 1.5 0 0 0 1.5-1.4l.8-12.6M10.3 10.5v6M13.7 10.5v6',
}
export const mic: IconShape = {
  path: 'M12 3.5a3 3 0 0 1 3 3V11a3 3 0 0 1-6 0V6.5a3 3 0 0 1 3-3zM5.5 11a6.5 6.5 0 0 0 13 0M12 17.5v3M9 20.5h6',
}
export const disconnected: IconShape = {
  path: 'M4.5 9.5a11 11 0 0 1 4.6-2.4M19.5 9.5a11 11 0 0 0-6.9-3M8 13.2a6.5 6.5 0 0 1 3-1.5M16 13.2l-.3-.2M12 17.5h.01M4 4l16 16',
}
export const sound: IconShape = {
  path: 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4.2 4.2 0 0 1 0 6M18.2 6.3a8 8 0 0 1 0 11.4',
}
export const vibration: IconShape = {
  path: 'M9.5 4.5h5A1.5 1.5 0 0 1 16 6v12a1.5 1.5 0 0 1-1.5 1.5h-5A1.5 1.5 0 0 1 8 18V6a1.5 1.5 0 0 1 1.5-1.5zM5 8v8M2.5 10v4M19 8v8M21.5 10v4',
}
export const smallWindow: IconShape = {
  path: 'M20.5 11V6.5A1.5 1.5 0 0 0 19 5H5a1.5 1.5 0 0 0-1.5 1.5v10A1.5 1.5 0 0 0 5 18h5.5M14.5 13h5a1 1 0 0 1 1 1v4a1 1 0 0 1-1 1h-5a1 1 0 0 1-1-1v-4a1 1 0 0 1 1-1z',
  mirrors: true,
}
