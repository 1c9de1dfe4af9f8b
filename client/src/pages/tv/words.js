/* The words of the page: few texts of one language, taken from the catalogue when the pages are built. */
'use strict'

/** `{ dir, forms, texts }` of the language. */
var language = { dir: 'ltr', forms: '', texts: {} }

/** The languages to ask for, the best first: the address's, the browser's, English. */
function wantedLanguages(query, navigator) {
  var chosen = /[?&]lang=([a-z]{2,3})(&|$)/.exec(query)
  var own = (navigator.languages || []).concat(navigator.language || navigator.userLanguage || [])
  return (chosen ? [chosen[1]] : []).concat(own, 'en').map(function (tag) {
    return String(tag).split('-')[0].toLowerCase()
  })
}

/** The text of a key with its values; `count` is what a text that has several forms is for. */
function text(key, values, count) {
  var found = language.texts[key] || ''
  if (typeof found !== 'string') found = found[pluralForm(count)] || found.x
  return found.replace(/\{(\w+)\}/g, function (whole, name) {
    return values && name in values ? values[name] : whole
  })
}

/** One letter for zero, one, two, few, many or other; the rules of all languages here repeat with the hundreds. */
function pluralForm(count) {
  return language.forms.charAt(count < 100 ? count : 100 + (count % 100))
}

/** What a clock's face means; nothing while all is well. */
function faceWords(face) {
  if (face.tone === 'over') return text('clock_over')
  if (face.tone === 'paused') return text(face.isFresh ? 'clock_not_started' : 'clock_paused')
  if (face.tone === 'calm') return ''
  var seconds = Math.round(face.warningMs / 1000)
  var minutes = seconds / 60
  return seconds % 60 === 0
    ? text('clock_under_minutes', { minutes: minutes }, minutes)
    : text('clock_under_seconds', { seconds: seconds }, seconds)
}

/** "Segment: 12:00 left". */
function segmentWords(face) {
  var keys = { over: 'screen_segment_over', paused: 'screen_segment_paused' }
  return text(keys[face.tone] || 'screen_segment_left', { time: face.text.replace('+', '') })
}

/** "About 12 min behind · Lunch still at 12:00". */
function paceWords(wall) {
  var all = Math.abs(wall.behindMinutes)
  if (all === 0) return text('pace_on_time')
  var values = { hours: Math.floor(all / 60), minutes: all % 60 }
  var key = !values.hours ? 'time_minutes' : values.minutes ? 'time_hours_minutes' : 'time_hours'
  var pace = text(wall.behindMinutes > 0 ? 'pace_behind' : 'pace_ahead', {
    duration: text(key, values, values.minutes || values.hours),
  })
  return pace + (wall.held ? ' · ' + text('pace_held', wall.held) : '')
}

/** What is said of the list. */
function listWords(list) {
  if (!list.open)
    return list.waiting
      ? text('screen_list_closed_waiting', { count: list.waiting }, list.waiting)
      : text('screen_list_closed')
  return list.waiting
    ? text('screen_waiting', { count: list.waiting }, list.waiting)
    : text('screen_nobody_waiting')
}
