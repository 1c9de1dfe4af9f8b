/* What is on the page at a moment. Nothing is touched that stays as it was. */
'use strict'

/** What was put where last. */
var painted = {}
var DAY_MS = 86400000
var IDENTIFIED_MS = 8000

function put(id, words) {
  if (painted[id] === words) return
  painted[id] = words
  document.getElementById(id).textContent = words
}

/** Everything, at the server's `now`; without a wall only what is said instead. */
function paint(wall, now, sign, message) {
  var stage = wall ? stageOf(wall, now) : { title: message }
  var face = stage.face || { text: stage.figures || '', tone: 'calm' }
  var notices = wall ? currentNotices(wall, now) : []
  var told = wall && wall.shows === 'notice' ? notices.shift() : ''
  var classes = [wall ? wall.shows : 'message', face.tone, stage.rows ? 'rowed' : '']
  if (face.flashes) classes.push('flash')
  if (notices.length) classes.push('noticed')
  if ((told || stage.title || '').length > 24) classes.push('long')
  if (document.body.className !== classes.join(' ')) document.body.className = classes.join(' ')
  put('day-time', wall ? timeOfDay(now, wall.utcOffsetMs) : '')
  put('reconnecting', sign)
  put('meeting', wall ? wall.title : '')
  put('place', wall ? [wall.segment, wall.session].filter(Boolean).join(' · ') : '')
  put('title', told || stage.title || '')
  put('under', stage.under || '')
  put('word', stage.word || (stage.face ? marks(face) + faceWords(face) : ''))
  put(
    'segment-time',
    stage.segment && wall.segmentClock ? segmentWords(clockFace(wall.segmentClock, now, [])) : ''
  )
  put('next', stage.next || '')
  put('pace', stage.pace || '')
  put('identity', wall && now - wall.identifiedAt < IDENTIFIED_MS ? wall.screenName : '')
  putRows('rows', stage.rows || [], 'li')
  putRows('notices', notices, 'p')
  makeRoom()
  putDigits(face.text, stage.longest || face.text, stage.label || '')
}

/** What a screen shows that is directed so; `digits` are counted, `figures` stand still. */
function stageOf(wall, now) {
  var own = {
    clock: clockStage,
    join: joinStage,
    list: listStage,
    programme: programmeStage,
    notice: noStage,
  }[wall.shows]
  var following = {
    before: beforeStage,
    speaking: speakingStage,
    idle: idleStage,
    break: breakStage,
    ended: endedStage,
  }
  return (own || following[wall.state])(wall, now)
}

function noStage() {
  return {}
}

function clockStage(wall, now) {
  return { figures: timeOfDay(now, wall.utcOffsetMs), longest: '00:00', label: text('screen_time_of_day') }
}

function joinStage(wall) {
  return {
    title: text('screen_join'),
    under: location.host + '/join',
    figures: spacedCode(wall),
    label: text('screen_join'),
  }
}

function spacedCode(wall) {
  return wall.joinCode.replace(/(\d{3})(?=\d)/g, '$1 ')
}

function listStage(wall) {
  var rows = wall.list ? wall.list.head : []
  return {
    title: wall.name || text('screen_speakers'),
    under: wall.list ? listWords(wall.list) : '',
    rows: rows.map(function (row) {
      return row.organization ? row.name + ', ' + row.organization : row.name
    }),
    segment: true,
  }
}

function programmeStage(wall) {
  return {
    title: wall.segment || wall.title,
    rows: wall.programme.map(function (row) {
      return (row.state === 'current' ? '► ' : '') + row.time + '  ' + row.title
    }),
    segment: true,
    pace: wall.state === 'before' ? '' : paceWords(wall),
  }
}

function beforeStage(wall, now) {
  var toGoMs = wall.at - now
  var stage = { title: wall.title, under: wall.atLocal, next: location.host + '/join · ' + spacedCode(wall) }
  if (toGoMs > DAY_MS) return stage
  stage.word = text(toGoMs > 0 ? 'screen_starts_in' : 'screen_starts_shortly')
  if (toGoMs > 0) counted(stage, toGoMs, 'screen_starts_in')
  return stage
}

function speakingStage(wall, now) {
  var face = clockFace(wall.clock, now, wall.warningsMs)
  return {
    title: wall.name,
    under: wall.organization,
    face: face,
    longest: longestFigures(wall.clock.limitMs, face.text),
    label: text('screen_speaker_time'),
    segment: true,
    next: wall.next ? text('screen_next') + ': ' + wall.next : '',
  }
}

function idleStage(wall, now) {
  var list = wall.list
  var stage = {
    title: list && list.open ? text('screen_raise_hand') : wall.segment,
    under: list && (list.open || list.waiting) ? listWords(list) : '',
    next: wall.next ? text('screen_next') + ': ' + wall.next : '',
    pace: paceWords(wall),
  }
  if (!wall.segmentClock) return clockStage(wall, now)
  stage.face = clockFace(wall.segmentClock, now, wall.warningsMs)
  stage.longest = longestFigures(wall.segmentClock.limitMs, stage.face.text)
  stage.label = text('screen_segment_time')
  return stage
}

/** A break never runs over: at zero it waits for the moderator. */
function breakStage(wall, now) {
  var toGoMs = wall.at === null ? 0 : wall.at - now
  var stage = {
    title: toGoMs > 0 ? text('screen_resumes_at', { time: wall.atLocal }) : text('screen_resumes_shortly'),
    under: wall.next,
    word: wall.segmentClock.startedAt === null ? text('clock_paused') : '',
  }
  counted(stage, Math.max(0, toGoMs), 'screen_break_time')
  return stage
}

function endedStage(wall) {
  return { title: text('screen_thank_you'), under: text('screen_ended_at', { time: wall.atLocal }) }
}

/** Digits to a time of day. */
function counted(stage, toGoMs, key) {
  stage.figures = countdown(toGoMs)
  stage.longest = longestFigures(toGoMs, stage.figures)
  stage.label = text(key)
}

/** The nearer the end, the more of them: to be told without reading and without colour. */
function marks(face) {
  var shapes = { paused: '❚❚ ', over: '■ ', warning: '▲▲▲▲▲ '.slice(-face.stage - 1) }
  return shapes[face.tone] || ''
}

function currentNotices(wall, now) {
  return wall.notices
    .filter(function (notice) {
      return notice.untilAt === null || now < notice.untilAt
    })
    .map(function (notice) {
      return notice.text
    })
}

/** One element for each of the texts. */
function putRows(id, rows, tag) {
  var whole = rows.join('\n')
  if (painted[id] === whole) return
  painted[id] = whole
  var place = document.getElementById(id)
  while (place.firstChild) place.removeChild(place.firstChild)
  rows.forEach(function (row) {
    var element = document.createElement(tag)
    element.dir = 'auto'
    if (row.length > 90) element.className = 'lengthy'
    element.textContent = row
    place.appendChild(element)
  })
}

/** Whatever is told to everybody stands below the rest and covers none of it. */
function makeRoom() {
  var height = document.getElementById('notices').offsetHeight
  if (painted.room === height) return
  painted.room = height
  document.getElementById('stage').style.bottom = height + 'px'
}

/** The digits, as large as the longest of their clock may be; with room for a plus sign on both sides. */
function putDigits(figures, longest, label) {
  var room = document.getElementById('time')
  var key = [longest.length, room.offsetWidth, room.offsetHeight].join()
  var digits = document.getElementById('digits')
  if (painted.size !== key) {
    painted.size = key
    digits.style.fontSize = '100px'
    digits.textContent = '+' + longest
    var widest = Math.max(1, digits.offsetWidth)
    digits.style.fontSize =
      Math.floor(Math.min((100 * room.offsetWidth) / widest, 1.2 * room.offsetHeight)) + 'px'
    painted.digits = null
  }
  if (painted.label !== label) room.setAttribute('aria-label', (painted.label = label))
  put('digits', figures)
}

/** All other sizes follow from this one: the smallest text is a twentieth of the height. */
function fit() {
  document.documentElement.style.fontSize =
    Math.max(12, Math.min(window.innerHeight / 20, window.innerWidth / 26)) + 'px'
}
