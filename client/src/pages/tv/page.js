/* The way to the meeting: signs in by the link, asks every two seconds what is on the wall, and paints it. */
'use strict'

var POLL_MS = 2000
var QUICK_POLLS = 5
var QUICK_POLL_MS = 400
var PATIENCE_MS = 5000
var SILENCE_MS = 8000
var meetingPath = '/api/meetings/' + location.pathname.split('/')[2]
var screenId = /[?&]screen=([\w-]+)/.exec(location.search)
var display = 'tv-' + Math.random().toString(36).slice(2)
var serverTime = new ServerTime()
var wall = null
var tag = ''
var protocol = 0
var polls = 0
var isRefused = false
var heardAt = monotonicMs()
var lastPaintAt = heardAt
var pollTimer
var paintTimer

/** Asks the server; `done` gets the status, 0 without an answer in time, and what was said. */
function ask(method, address, body, done) {
  var request = new XMLHttpRequest()
  var patience = setTimeout(finish, PATIENCE_MS)
  var isDone = false
  function finish() {
    if (isDone) return
    isDone = true
    clearTimeout(patience)
    var isWhole = request.readyState === 4
    if (!isWhole) request.abort()
    done(isWhole ? request.status : 0, isWhole ? parsed(request.responseText) : null)
  }
  request.onreadystatechange = function () {
    if (request.readyState === 4) finish()
  }
  request.open(method, address, true)
  if (body) request.setRequestHeader('Content-Type', 'application/json')
  request.send(body && JSON.stringify(body))
}

function parsed(json) {
  try {
    return JSON.parse(json)
  } catch (error) {
    return null
  }
}

/** Loads the texts of the first language that there is. */
function loadTexts(languages, done) {
  ask('GET', '/tv/' + languages[0] + '.json', null, function (status, found) {
    if (status === 200 && found) {
      language = found
      document.documentElement.lang = found.lang
      document.documentElement.dir = found.dir
      return done()
    }
    if (status === 404 && languages.length > 1) return loadTexts(languages.slice(1), done)
    setTimeout(function () {
      loadTexts(languages, done)
    }, POLL_MS)
  })
}

/** Exchanges the secret of the link for a cookie; the address keeps it, for a television forgets. */
function signIn(done) {
  var body = { meetingId: location.pathname.split('/')[2], secret: location.hash.slice(1) }
  if (!body.secret) return done()
  ask('POST', '/api/sessions', body, function (status) {
    if (status === 200 || (status >= 400 && status < 500 && status !== 429)) return done()
    setTimeout(function () {
      signIn(done)
    }, POLL_MS)
  })
}

/** Asks what is on the wall; each answer tells the server's time too. */
function poll() {
  clearTimeout(pollTimer)
  var sentAt = monotonicMs()
  var query = '?display=' + display + '&have=' + tag + (screenId ? '&screen=' + screenId[1] : '')
  ask('GET', meetingPath + '/wall' + query, null, function (status, answer) {
    if (status === 200 && answer) receive(answer, sentAt)
    isRefused = status === 401 || (isRefused && status !== 200)
    polls++
    pollTimer = setTimeout(poll, polls < QUICK_POLLS ? QUICK_POLL_MS : POLL_MS)
    repaint()
  })
}

function receive(answer, sentAt) {
  heardAt = monotonicMs()
  serverTime.add(sentAt, heardAt, answer.now)
  // After an update of the server this page is another one.
  if (protocol && protocol !== answer.protocol) location.reload()
  protocol = answer.protocol
  tag = answer.tag
  if (answer.wall) wall = answer.wall
}

/** Paints now, and again when the next digit turns. */
function repaint() {
  clearTimeout(paintTimer)
  var at = monotonicMs()
  var now = serverTime.now()
  // A clock that jumped, or a machine that slept: what the time is only the server knows.
  if (at < lastPaintAt || at - lastPaintAt > SILENCE_MS) poll()
  lastPaintAt = at
  var isSilent = at - heardAt >= SILENCE_MS
  var message = text(isRefused ? 'screen_signed_out' : 'screen_connecting')
  paint(isRefused ? null : wall, now, isSilent ? text('screen_reconnecting') : '', message)
  paintTimer = setTimeout(repaint, Math.min(250, nextTurnMs(now)))
}

/** Until the first of the digits on the page turns: the speaker's, the segment's, those to a time of day. */
function nextTurnMs(now) {
  if (!wall || !(now > 0)) return 250
  var turns = [1000 - (now % 1000)]
  ;[wall.clock, wall.segmentClock].forEach(function (clock) {
    if (!clock || clock.startedAt === null) return
    var leftMs = clock.limitMs - clock.accumulatedMs - (now - clock.startedAt)
    turns.push(leftMs - Math.floor(leftMs / 1000) * 1000)
  })
  if (wall.at !== null) turns.push(wall.at - now - Math.floor((wall.at - now) / 1000) * 1000)
  return Math.floor(Math.min.apply(null, turns)) + 1
}

window.onresize = function () {
  fit()
  repaint()
}
fit()
loadTexts(wantedLanguages(location.search, navigator), function () {
  repaint()
  signIn(poll)
})
