/* Time as on every other page (rules CL1 to CL5), for browsers that know no more than ES5. */
'use strict'

/** Milliseconds that go forward only, where the browser counts them; else those of its date. */
function monotonicMs() {
  return window.performance && window.performance.now ? window.performance.now() : new Date().getTime()
}

/** [CL4] [CL5] The server's time, from the answers to questions sent and received at these moments. */
function ServerTime() {
  this.samples = []
  this.best = null
  this.shownMs = null
  this.shownAt = 0
}

ServerTime.prototype.add = function (sentAt, receivedAt, serverNow) {
  var sample = {
    at: sentAt,
    offsetMs: serverNow - (sentAt + receivedAt) / 2,
    errorMs: (receivedAt - sentAt) / 2 + 2,
  }
  if (!(sample.errorMs >= 2)) return
  // Two that cannot both be true mean that a clock jumped: the later is believed.
  this.samples = this.samples.filter(function (other) {
    return (
      Math.abs(other.offsetMs - sample.offsetMs) <=
      other.errorMs + sample.errorMs + drift(sample.at - other.at)
    )
  })
  this.samples.push(sample)
  if (this.samples.length > 8) this.samples.shift()
  this.best = this.samples.reduce(function (best, other) {
    return other.errorMs <= best.errorMs + drift(other.at - best.at) ? other : best
  })
}

/** Now, which is NaN before the first answer; drawn to the estimate at 5 %, and set where it is a second off. */
ServerTime.prototype.now = function () {
  var at = monotonicMs()
  if (!this.best) return NaN
  var toGoMs = this.shownMs === null ? Infinity : this.best.offsetMs - this.shownMs
  var reachMs = 0.05 * Math.max(0, at - this.shownAt)
  if (Math.abs(toGoMs) > 1000 || Math.abs(toGoMs) <= reachMs) this.shownMs = this.best.offsetMs
  else this.shownMs += toGoMs > 0 ? reachMs : -reachMs
  this.shownAt = at
  return at + this.shownMs
}

/** How far two clocks drift apart in that time. */
function drift(durationMs) {
  return 200e-6 * Math.abs(durationMs)
}

function twoDigits(number) {
  return number < 10 ? '0' + number : String(number)
}

/** [CL3] `0:01`, `0:00` for the last second, then `+0:01`. */
function countdown(remainingMs) {
  var seconds = Math.floor(remainingMs / 1000)
  var all = Math.abs(seconds)
  var hours = Math.floor(all / 3600)
  var minutes = Math.floor(all / 60) % 60
  return (
    (seconds < 0 ? '+' : '') +
    (hours ? hours + ':' + twoDigits(minutes) : minutes) +
    ':' +
    twoDigits(all % 60)
  )
}

/** `09:05` where clocks are so far from UTC. */
function timeOfDay(at, utcOffsetMs) {
  var local = new Date(at + utcOffsetMs)
  return twoDigits(local.getUTCHours()) + ':' + twoDigits(local.getUTCMinutes())
}

/** How a clock stands; the first second is full also where the estimate is a little behind. */
function clockFace(clock, now, warningsMs) {
  var runs = clock.startedAt !== null
  var elapsedMs = clock.accumulatedMs + (runs ? Math.max(1, now - clock.startedAt) : 0)
  var leftMs = clock.limitMs - elapsedMs
  var shownMs = Math.floor(leftMs / 1000) * 1000
  var reached = warningsMs.filter(function (atMs) {
    return shownMs >= 0 && shownMs <= atMs && atMs < clock.limitMs
  })
  return {
    text: countdown(leftMs),
    tone: shownMs < 0 ? 'over' : !runs ? 'paused' : reached.length ? 'warning' : 'calm',
    isFresh: !runs && clock.accumulatedMs === 0,
    warningMs: reached.length ? Math.min.apply(null, reached) : null,
    stage: reached.length,
    flashes: runs && leftMs < 0 && leftMs >= -400,
    leftMs: leftMs,
  }
}

/** The longest figures that a clock shows, so that their size stays: an hour is 59:59 as soon as it runs. */
function longestFigures(limitMs, text) {
  var figures = text.replace('+', '').replace(/\d/g, '0')
  var expected = limitMs < 600000 ? '0:00' : limitMs <= 3600000 ? '00:00' : '0:00:00'
  return figures.length > expected.length ? figures : expected
}
