import type { StatusWords } from "../locale.ts";

const TALKS = [
  "talks",
  "negotiations",
  "consultations",
  "negotiating/negotiation process/track",
  "@subject",
  "dialogue",
  "round/rounds of talks/negotiations/consultations",
];

const ROUND = [...TALKS, "round", "meeting", "meetings"];

const PARTIES = [
  "delegations",
  "negotiators",
  "negotiating teams",
  "envoys",
  "representatives",
  "the sides",
  "the two sides",
  "both sides",
  "the parties",
  "the warring/two countries/sides/parties",
  "russia/moscow and ukraine/kyiv/kiev",
  "ukraine/kyiv/kiev and russia/moscow",
];

const EXCHANGE = [
  "exchange/exchanges/swap/swaps/handover/transfer/repatriation",
  "exchanging/swapping prisoners",
  "exchanging/swapping of prisoners",
  "reception/acceptance/receipt of the bodies/remains",
  "reception/acceptance/receipt of bodies/remains",
  "release of …3 prisoners/hostages/captives",
];

const STOPPED = [
  "suspend/suspends/suspended/suspending/suspension",
  "interrupt/interrupts/interrupted/interrupting",
  "broke/broken off",
  "halted",
  "at a halt",
  "on hold",
  "on ice",
  "on/a pause",
  "the pause",
  "paused",
  "frozen",
  "at a standstill",
  "stalled",
  "come to a halt",
  "discontinued",
];

const NOT_RESUMED = [
  "not resumed",
  "not yet resumed",
  "not been resumed",
  "not yet been resumed",
  "never resumed",
  "yet to resume",
  "not restarted",
];

const HELD = [
  "held",
  "took/taken/taking place",
  "met",
  "was/were/is/are over",
  "completed",
  "is/are/was/were complete",
  "concluded",
  "ended",
  "finished",
  "wrapped up",
  "sat down",
  "saw",
  "occurred/convened",
  "lasted/lasting",
  "started/opened",
  "began/begun",
  "got/gotten underway",
];

/** Before or after them nothing has been held. */
const NOT_HELD = [
  "will",
  "would/could/can/should/might",
  "are/is/was/were to",
  "be held",
  "due",
  "expected/planned/scheduled/proposed/offered",
  "ready",
  "to hold",
  "to host",
  "not held/met/taken/been/yet/take/meet/hold",
  "never",
  "no",
  "before",
  "earlier rounds",
  "the war that",
];

const AHEAD = [
  "will be held",
  "will take place",
  "will/would resume/continue/begin/start/open/commence/follow/meet/host/hold/sit",
  "will only begin/start/commence/resume",
  "would take place",
  "would be held",
  "will be talks/negotiations/consultations/meetings",
  "are/is to meet/resume/continue/begin/open/take/be/sit",
  "due to meet/resume/begin/start/continue/open/take/be/hold",
  "is/are/was/were due",
  "set to meet/resume/begin/start/take/host",
  "set/slated for",
  "is/are/was/were/has/have been/tentatively/now scheduled/planned",
  "is/are/were/was scheduled/planned/expected",
  "being prepared",
  "to host",
  "agreed/plan/plans/intend/expect to meet/continue/hold/resume",
  "continue …6 in the coming",
];

const NOT_AHEAD = [
  "if",
  "not",
  "no",
  "never",
  "ready to host",
  "willing to host",
  "offered to host",
  "sooner or later",
  "have to",
  "yet to be",
  "exchange/swap will",
];

const ANSWER = "reply/answer/response/reaction";

export const statuses: readonly StatusWords[] = [
  {
    subject: "talks",
    state: "suspended",
    all: [TALKS, STOPPED],
    none: ["resumed", "asked whether", "following/after/despite a pause", "talks/talk about"],
    within: 10,
  },
  { subject: "talks", state: "suspended", all: [TALKS, NOT_RESUMED], within: 10 },
  {
    subject: "talks",
    state: "resumed",
    all: [
      TALKS,
      ["resumed", "restarted", "relaunched", "back on track", "talks/negotiations/consultations resume", "resumes"],
    ],
    none: ["be resumed", "ready", "hope", "to resume", "will/could/can/may resume", "want", "if", ...NOT_RESUMED],
    within: 8,
  },
  { subject: "talks", state: "planned", all: [ROUND, AHEAD], none: NOT_AHEAD, within: 14 },
  { subject: "talks", state: "planned", all: [PARTIES, ["@venues"], AHEAD], none: NOT_AHEAD, within: 8 },
  // "The delegations will meet again tomorrow"
  {
    subject: "talks",
    state: "planned",
    all: [PARTIES, ["will/are/is/to meet/sit", "to meet/sit"], ["again", "tomorrow", "next week/month"]],
    none: NOT_AHEAD,
    within: 8,
  },
  { subject: "talks", state: "held", all: [TALKS, HELD], none: NOT_HELD, within: 7 },
  { subject: "talks", state: "held", all: [["round", "meeting", "meetings"], HELD, ["@venues"]], none: NOT_HELD },
  {
    subject: "talks",
    state: "held",
    all: [PARTIES, ["met", "sat down", "meeting in", "ended"]],
    none: NOT_HELD,
    within: 8,
  },
  // "At the talks of June 2", "at Monday's talks": who names the day tells the meeting.
  {
    subject: "talks",
    state: "held",
    all: [ROUND],
    none: [...NOT_HELD, "led", "resume/resumed"],
    within: 5,
    dated: true,
  },
  { subject: "talks", state: "held", all: [["the meeting/round"], ["lasted/lasting"]], none: NOT_HELD, within: 9 },
  {
    subject: "talks",
    state: "held",
    all: [
      ROUND,
      [
        "earlier this month/week",
        "earlier in the month/week",
        "last month/week",
        "recently",
        "not long ago",
        "the day before",
      ],
      ["@venues"],
    ],
    none: NOT_HELD,
    within: 6,
  },
  {
    subject: "talks",
    state: "held",
    all: [PARTIES, ["agreed/settled …2 in", "agreed/settled at …2 talks/negotiations/round/meeting"], ["@venues"]],
    none: NOT_HELD,
    within: 9,
  },
  {
    subject: "proposal",
    state: "unanswered",
    all: [
      [
        "unanswered",
        `not a single ${ANSWER}`,
        `no/any ${ANSWER} so/yet/from/has/was/came/to`,
        `no/any public/official/formal/clear ${ANSWER}`,
        `there has been/is no ${ANSWER}`,
        `still no ${ANSWER}`,
        `has/have/had given/received/got/had/seen no ${ANSWER}`,
        `has/have/had not received/given/had/got a/any/an ${ANSWER}`,
        `not yet received/given/had/got a/any/an ${ANSWER}`,
        `not received/given a/any/an official/formal/clear ${ANSWER}`,
        `not yet received/given a/any/an official/formal/clear ${ANSWER}`,
        "has/have/had not yet/so responded/replied/answered/reacted",
        "has/have/had not responded/replied/answered/reacted",
        "still has/have not/n't responded/replied/answered",
        "hasn't/haven't responded/replied/answered/received",
        "hasn't/haven't yet responded/replied/answered/received",
        `without a/any/an ${ANSWER}`,
        `without ${ANSWER}`,
        "without responding/replying/answering",
        "yet to answer/respond/reply",
        `awaiting/await/awaits a/an ${ANSWER}`,
        "awaiting/await/awaits …2 response",
        "awaiting/await/awaits …2 reply",
        "awaiting/await/awaits …2 answer",
        "ignored/ignores/ignoring",
        "silence",
        "not a word",
        "is there a word",
      ],
    ],
    none: [
      "comment",
      "comments",
      "request/requests for",
      "questions",
      "attack/attacks/strike/strikes",
      "minute/moment of silence",
      "minute's/moment's silence",
      "minute/moment silence",
      "moment of silence",
      "broke its/his/her/the silence",
    ],
    within: 10,
  },
  {
    subject: "exchange",
    state: "suspended",
    all: [
      EXCHANGE,
      [...STOPPED, "put off", "postponed", "postpone/postpones", "holds up", "held up", "delaying/delayed/delays"],
    ],
    none: [
      "resumed",
      "talks",
      "not suspended/postponed/stopped",
      "had held/suspended/postponed/delayed",
      "list/lists of",
    ],
    within: 10,
  },
  {
    subject: "notice",
    state: "not_received",
    all: [
      ["notification/notifications", "notice", "official notice"],
      ["not received", "no", "never received", "not been", "without"],
    ],
    within: 8,
  },
  {
    subject: "contacts",
    state: "none_known",
    all: [
      ["contacts", "communications", "communication", "channels"],
      ["unaware", "not aware", "knows of no", "no knowledge", "does not know", "no contacts"],
    ],
  },
  {
    subject: "body_exchange",
    state: "expected",
    all: [
      ["this process", "the repatriation", "the exchange of bodies", "return of bodies"],
      ["will continue", "will go on", "to continue", "going to continue"],
    ],
  },
  {
    subject: "ceasefire",
    state: "awaits_decision",
    all: [
      ["ceasefire", "cease-fire", "truce"],
      ["decision"],
      ["once", "after", "when", "as soon as", "only after", "until"],
    ],
    within: 20,
  },
];
