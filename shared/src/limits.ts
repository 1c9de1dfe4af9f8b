/**
 * Every limit of the product, in one place. Units stand last in each name.
 * Client, server and schemas read the same numbers.
 */

const KIB = 1024
const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS

export const limits = {
  /** One message from a browser or tool, and one HTTP body. */
  messageBytes: 16 * KIB,
  /** A whole programme, as it is posted to create a meeting. */
  meetingDraftBytes: 512 * KIB,
  /** One message from a screen or tool on the feed, which only ever asks. */
  feedMessageBytes: KIB,
  /** What may wait to be read by one feed before it is dropped; it comes back and gets the whole view. */
  feedBufferBytes: 1024 * KIB,

  nameChars: 80,
  organizationChars: 120,
  countryChars: 60,
  topicChars: 200,
  titleChars: 200,
  guidingPointChars: 300,
  noticeChars: 280,
  groupNameChars: 80,
  screenNameChars: 40,
  idChars: 64,
  /** On behalf of whom somebody speaks. */
  behalfChars: 120,
  /** A statement in writing, as text or as a file. */
  statementTextChars: 10_000,
  statementFileBytes: 2 * 1024 * KIB,
  fileNameChars: 120,

  sessionsPerMeeting: 60,
  segmentsPerMeeting: 200,
  guidingPointsPerSegment: 20,
  panelSeatsPerSegment: 30,
  groupsPerMeeting: 60,
  peoplePerMeeting: 20_000,
  requestsPerList: 2_000,
  linksPerMeeting: 25_000,
  regionsPerMeeting: 40,
  screensPerMeeting: 30,
  savedNoticesPerMeeting: 20,
  /** Names pasted into a list at once. */
  requestsPasted: 100,
  /** People let in from the lobby at once. */
  peopleAdmitted: 500,
  /** Rows at the head of a list that no policy moves. */
  safePositionsMax: 3,
  /** Rights of reply of one delegation in one segment. */
  rightsOfReplyMax: 5,
  interventionsCapMax: 9,
  protocolRankMax: 10_000,
  meetings: 1_000,

  /** A segment, and the sum of what a moderator adds to it. */
  segmentMinMs: MINUTE_MS,
  segmentMaxMs: 24 * HOUR_MS,
  speakingLimitMinMs: 10 * SECOND_MS,
  speakingLimitMaxMs: 60 * MINUTE_MS,
  extensionMaxMs: 60 * MINUTE_MS,
  noticeMaxMs: 12 * HOUR_MS,
  /** What a speech set to end by itself may go on after zero. */
  graceMaxMs: 5 * MINUTE_MS,
  warningsPerMeeting: 5,

  /** How many actions of moderators can be undone, newest first. */
  undoDepth: 20,
  /** Notices kept in the views, newest first. */
  noticesKept: 20,
  /** Interventions of the current segment that the views show, newest first. */
  recentInterventionsShown: 20,
  /** Actions of moderators that their view shows, newest first; the export has all. */
  recordRowsShown: 50,
  /** Who asked and was not heard: those whom the balance names; it counts all. */
  unheardShown: 50,
  /** Rows of the list of speakers that everybody sees. */
  publicListRows: 10,

  /** Times from 1970 to 2243: what every clock and calendar can take. */
  instantMax: 8_640_000_000_000,
  /** A start this far from the planned one moves the whole plan along with it (rule M2). */
  planShiftThresholdMs: 12 * HOUR_MS,
  /** What a change of speaker takes on average until the meeting has its own figure. */
  changeoverMs: 15 * SECOND_MS,
  /** A longer gap between two speakers is not a change of speaker but something else. */
  changeoverMaxMs: 3 * MINUTE_MS,

  /** Frames to one audience while changes keep coming. */
  frameIntervalMs: 250,
  /** Presence figures to moderators. */
  presenceIntervalMs: 1_000,
  /** A page that has heard nothing for so long says "reconnecting"; the sign is painted within 8 s of a cut. */
  silenceMs: 7.5 * SECOND_MS,
  /** The server's sign of life on every socket. */
  heartbeatMs: 4 * SECOND_MS,
  /** Without an answer for so long a command is reported as not confirmed and sent again. */
  ackTimeoutMs: 5 * SECOND_MS,

  commandsPerSocketPerSecond: 10,
  commandsPerSocketBurst: 30,
  pingsPerSocketPerSecond: 5,
  pingsPerSocketBurst: 30,
  /** Malformed or excessive messages after which a socket is closed. */
  strikesPerSocket: 50,
  joinsPerAddressPerMinute: 600,
  requestsPerAddressPerMinute: 6_000,
  codeTriesPerAddressPerMinute: 60,
  meetingsCreatedPerAddressPerMinute: 20,

  /** Times `execute` decides again after another node was faster. */
  conflictRetries: 8,
  /** Commands that wait for their turn in one meeting. */
  queuedCommandsPerMeeting: 5_000,
  /** What a stopping server waits for requests under way. */
  drainMs: 5 * SECOND_MS,
  /** How often the server looks for meetings whose retention time is over. */
  retentionLookMs: HOUR_MS,
} as const
