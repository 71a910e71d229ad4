/**
 * Every word the bot says, in British English, in the order in which people meet it.
 * The language is the field's: practitioner, supervisor, family, professional network. Nobody and no box is good
 * or bad, amounts are words and never digits, and nothing here asks for a name.
 */

/** "Sam", "Sam and Jo". */
const both = (one: string, two: string): string => `${one} and ${two}`;

const record =
  'No other manager can open it in this app. It is still a record of your organisation, so the law can require it.';

export const enGB = {
  /** For dates. */
  locale: 'en-GB',

  welcome: {
    title: 'Hello, this is Four Ways',
    what: 'It helps two people think about a working relationship: with a family, or within a professional network. Are things being done TO them, FOR them, NOT at all, or WITH them? You look at one together, see how each of you places it, and agree one thing to do.',
    privacy:
      'What you write is yours until you choose to share it, and then only the other person sees it. No names of families, please.',
    plan: 'Your team may also have an action plan here: say **plan** to see what is yours. What is due comes to you as one message a morning at most; say **reminders** to have less of it.',
    start: 'Reflect with somebody',
    mine: 'My reflections',
    summary: 'Hello from Four Ways',
  },

  help: {
    title: 'What you can do here',
    commands: [
      '**reflect**: look at a working relationship with somebody',
      '**my reflections**: find yours again and carry on',
      '**plan**: your own actions in your teams’ plans; in a channel, how its plan stands',
      '**reminders**: what you are reminded of, and when',
      '**help**: this card',
    ],
    boundary:
      'This is a place to think, not a place to report. If a child may be at risk now, follow your safeguarding procedure. Decisions about a child belong on their record.',
    privacy: 'Only you, and the person you share with, can read a reflection in this app.',
    unknown: 'I did not recognise that. This is what I can do:',
    summary: 'What you can do with Four Ways',
  },

  notHere: {
    title: 'Not here, where others can read along',
    why: 'A reflection is between two people. Please write to me in your own chat with me, and say **reflect** there.',
    open: 'Open my own chat',
    summary: 'Reflections start in your own chat',
  },

  trouble: {
    storage: 'I could not reach my storage just now, so nothing has changed. Please try again in a minute.',
    notSaved: 'Not saved yet',
    notSavedWhy:
      'I could not reach my storage just now. What you typed is still here: press **Try again** in a minute.',
    again: 'Try again',
    typed: 'What you typed',
    unknownPerson:
      'I could not tell who wrote this, so I have done nothing. Please write to me from your own Teams account.',
    unreadable: 'I could not read that button. Say **my reflections** and carry on from there.',
    summary: 'Something went wrong',
  },

  start: {
    title: 'Reflect with somebody',
    lead: 'Tell them first: it is better heard from you than from me. I will ask them once, and they choose the family or the network.',
    withPartner: (other: string) => `With ${other}.`,
    withWhom: 'With whom?',
    withWhomHint: 'Choose a colleague',
    whoElse: 'Or search for somebody who is not in that list',
    whoElseHint: 'Type a name',
    notListed: 'The person I mean is not listed',
    whose: 'Whose practice is it about?',
    theirs: 'Theirs: I am the supervisor',
    mine: 'Mine: they are my supervisor',
    kind: 'What kind of relationship?',
    pointer: 'A pointer, so that they know what you mean (no names)',
    pointerHint: 'Such as: the one from Monday',
    meetOn: 'When do you meet? (if you know)',
    ask: 'Ask them',
    alone: 'Just me',
    nobody:
      'I do not know any of your colleagues yet. Add Four Ways to a team you share, or ask them to add it in Teams under **Apps**; then say **reflect** again.',
    summary: 'Reflect with somebody',
  },

  chat: {
    title: (one: string, other: string) => `A reflection between ${one} and ${other}`,
    text: 'Each of you opens your own view. What one of you writes is not shown to the other here, only what is shared.',
    open: 'Open mine',
    summary: 'A reflection for the two of you',
    hello:
      'Hello. In a chat of two, mention me with **reflect** to look at a working relationship together. I read nothing else that is written here, and I enrol nobody.',
  },

  kind: { family: 'A family', network: 'A professional network' },

  invited: {
    title: (asker: string) => `${asker} has asked you something`,
    asPractitioner: (asker: string) =>
      `${asker} would like to think through one of your working relationships with you. You choose which. It takes about ten minutes beforehand, then a few minutes together.`,
    asSupervisor: (asker: string) =>
      `${asker} would like to think through one of their own working relationships with you. They write first; you say where it looks to sit from outside, and then you see both.`,
    sees: (asker: string) =>
      `${asker} sees nothing until you share, and then only what you tick. Saying no needs no reason.`,
    seesSupervisor: (asker: string) =>
      `You see what ${asker} ticks, and nothing before. Saying no needs no reason.`,
    pointer: (text: string) => `What they mean: ${text}`,
    meetOn: (day: string) => `You meet on ${day}.`,
    laterOn: (day: string) =>
      `You chose ${day}. Start whenever you like; it stays here for 14 days after that.`,
    start: 'Start',
    agreeToRead: 'Yes, ask me when it is shared',
    later: 'Another time',
    laterDay: 'Which day suits you?',
    laterSend: 'Choose this day',
    decline: 'Not this time',
  },

  /** The one line on every card of a reflection. It must be true of the code at every release. */
  whoCanSee: {
    drafting: (other: string) =>
      `Who can see this: only you, until you share; then you and ${other}, and only what you tick. ${record}`,
    alone: `Who can see this: only you. ${record}`,
    waiting: (practitioner: string) =>
      `Who can see this: only ${practitioner}, until they share; then you and ${practitioner}, and only what they tick. ${record}`,
    shared: (practitioner: string, supervisor: string) =>
      `Who can see this: ${both(practitioner, supervisor)}, and only what ${practitioner} shared. ${record}`,
    invited: (asker: string) =>
      `Who can see this: you and ${asker} see what was asked; a day you choose is yours alone. ${record}`,
  },

  questions: {
    describe: {
      family: {
        title: 'Describe it',
        ask: 'The family, and your own part with them. No names and nothing that identifies them. Or leave it blank, and talk about it instead.',
        fields: { text: 'In a few lines' },
      },
      network: {
        title: 'Describe it',
        ask: 'The network around the family, its plan, and your part in it. Roles, not names. Or leave it blank, and talk about it instead.',
        fields: { text: 'In a few lines' },
      },
    },
    place: {
      family: {
        title: 'Where does it sit?',
        ask: 'Where does the relationship between you and the family mostly sit? Everybody works in each of the four at times. This is where things are now, not what kind of worker you are.',
        fields: {
          domain: 'Where it mostly sits',
          deliberate: 'TO is a deliberate choice here (such as a step the law requires)',
          why: 'What led you to that box?',
          support: 'How much support is there?',
          challenge: 'How much challenge is there?',
        },
      },
      network: {
        title: 'Where does it sit?',
        ask: 'Where does the way this network works together, and manages the plan, mostly sit? Every network works in each of the four at times. This is where things are now, not what kind of workers you are.',
        fields: {
          domain: 'Where it mostly sits',
          deliberate: 'TO is a deliberate choice here (such as a step the law requires)',
          why: 'What have you seen or heard that puts it there?',
          support: 'How much support is there?',
          challenge: 'How much challenge is there?',
        },
      },
    },
    balance: {
      family: {
        title: 'Too much, too little?',
        ask: 'Think of your attitudes towards them, and of what you actually do.',
        fields: {
          choice: 'Are you doing too much for them, or too little?',
          text: 'Your attitudes, your behaviour',
          guess: 'Where might the family themselves put it? A guess is fine',
        },
      },
      network: {
        title: 'Too much, too little?',
        ask: 'Think of the people around the table, yourself among them.',
        fields: {
          choice: 'Is anyone doing too much, or too little? Are you?',
          text: 'The attitudes and behaviour you notice, yours included',
          guess: 'Where might the family put this network? A guess is fine',
        },
      },
    },
    move: {
      family: {
        title: 'Towards WITH',
        ask: 'What would you need to do to move the relationship to WITH?',
        fields: {
          change: 'What would you do?',
          need: 'What would you need for that, and from whom?',
        },
      },
      network: {
        title: 'Towards WITH',
        ask: 'What would move it to WITH, and what is yours to start? What new view does the window give you?',
        fields: {
          change: 'What is yours to start?',
          need: 'What would you need for that, and from whom?',
        },
      },
    },
  },

  /** Where it is already WITH, the last step asks how it stays there. */
  already: {
    title: 'Staying WITH',
    ask: 'What keeps it there, and what could tip it out?',
    change: 'What keeps it, what could tip it?',
  },
  /** Where TO was chosen on purpose, the question is not whether but how. */
  deliberate: {
    ask: 'TO is deliberate here. How could even that be done more WITH them?',
    change: 'How could it be done more WITH?',
  },
  prompts: {
    title: 'Some ways in',
    support: [
      'What would it take for them to feel listened to?',
      'Where could you encourage, or help in a practical way?',
    ],
    challenge: ['What needs saying clearly, and kindly?', 'What could you stop doing, so that they can?'],
  },

  domains: {
    to: {
      name: 'TO',
      axes: 'high challenge, low support',
      feel: 'Done to: pushing, standing firm, win or lose',
    },
    with: {
      name: 'WITH',
      axes: 'high challenge, high support',
      feel: 'Worked out together: clear, listening, agreed',
    },
    not: { name: 'NOT', axes: 'low challenge, low support', feel: 'Not engaged: worn out, stepped back' },
    for: {
      name: 'FOR',
      axes: 'low challenge, high support',
      feel: 'Done for: rescuing, smoothing over, giving in',
    },
  },
  lastTime: {
    ask: (what: string) => `Last time you agreed: ${what}`,
    outcomes: { done: 'Done', partly: 'Partly', notYet: 'Not yet', noLonger: 'No longer right' },
    /** Said on the form to look again. */
    again: (other: string) =>
      `You look at the same relationship again, with ${other}. What you agreed is in view.`,
  },
  window: {
    challengeHigh: 'High challenge',
    challengeLow: 'Low challenge',
    supportLow: 'Low support',
    supportHigh: 'High support',
    /** What a screen reader hears of a box: first what stands on it, then where it lies. */
    tap: (shown: string, axes: string, marked: boolean) => `${shown}; ${axes}${marked ? '; marked' : ''}`,
    what: 'What is this?',
    explain: [
      '**Challenge** runs upwards: boundaries, expectations, holding to account.',
      '**Support** runs along the bottom: encouragement, kindness, practical help, listening.',
      'WITH is much of both. **TO** is challenge without enough support, **FOR** is support without enough challenge, **NOT** is little of either.',
      'Tap a box to mark it, or choose it in the list below. Nothing counts until you press the button under the card.',
    ],
    guessMark: 'the guess',
  },
  amounts: {
    hardlyAny: 'Hardly any',
    aLittle: 'A little',
    some: 'Some',
    aLot: 'A lot',
    aGreatDeal: 'A great deal',
  },
  odd: {
    support: (amount: string, domain: string) =>
      `You say “${amount.toLowerCase()}” support and ${domain}: both can be true.`,
    challenge: (amount: string, domain: string) =>
      `You say “${amount.toLowerCase()}” challenge and ${domain}: both can be true.`,
  },
  balances: {
    tooMuch: 'Too much',
    tooLittle: 'Too little',
    bitOfBoth: 'A bit of both',
    aboutRight: 'About right',
  },
  guesses: { to: 'TO', with: 'WITH', not: 'NOT', for: 'FOR', cannotTell: 'I cannot tell' },

  step: {
    count: (number: number, total: number) => `Step ${number} of ${total}`,
    safeguarding:
      'Nobody is watching this. If a child may be at risk now, follow your safeguarding procedure, not this card.',
    next: 'Next',
    back: 'Back',
    save: 'Save for later',
    remove: 'Stop and delete',
    removeSure: 'Delete everything you have written here, at once and for good?',
    removeYes: 'Yes, delete it for good',
    chooseOne: 'Choose one',
    blank: 'May stay blank',
    alone: 'This one is yours alone.',
  },
  saved: {
    title: 'Saved',
    text: 'Carry on whenever you like: here, or through **my reflections**.',
    go: 'Carry on',
  },

  hand: {
    withSomebody: 'Share with somebody',
    withAnother: 'With somebody else',
    title: 'Share with whom?',
    lead: 'They see what you left ticked and nothing else: the description first, the rest once they have placed it too. They are told that you have asked them something.',
    leadAnother: (other: string) => `${other} will no longer be part of this, and sees nothing of it.`,
    share: 'Share what is ticked',
    back: 'Back',
  },

  together: {
    now: 'We’re together now',
    start: 'Start together',
    prepare: 'Prepare first',
    prepareInstead: 'Prepare first instead',
    notYet: 'Not yet',
    asked: (other: string) =>
      `${other} would like to look at this together with you now. Only you can start that.`,
    askFor: 'Ask to do it together',
    hasAsked: (other: string) =>
      `You have asked ${other} to do it together now. It starts when ${other} does.`,
    confirmTitle: 'Together now',
    confirm: (other: string) =>
      `This is what ${other} will see when you press **Start together**, and nothing else:`,
    confirmAloud: 'No description: you tell them in a few sentences, without names.',
    confirmNoPlacement: 'No placement yet: you both place it now, each on your own device.',
    confirmRest: 'Whatever else you have written stays with you, until you show it step by step.',
    tell: (other: string) => `Tell ${other} in a few sentences, without names. Then each of you places it.`,
    waiting: (other: string) => `${other} is placing it now. You will both see both at the same moment.`,
    show: 'Save and show',
    askedNow: (other: string) => `What ${other} is thinking about now`,
    offer: 'What could you offer? Say it aloud.',
    look: 'Show the latest',
    heard: 'heard more first',
  },

  items: {
    lastTime: 'What became of last time',
    describe: 'Your description',
    place: 'Where you place it',
    why: 'What led you there',
    amounts: 'How much support and challenge',
    balance: 'Too much, too little',
    guess: 'Your guess where the family would put it',
    change: 'Towards WITH',
    need: 'What you would need',
  },
  itemsOf: {
    lastTime: 'What became of last time',
    describe: 'The description',
    place: 'The placement',
    why: 'What led there',
    amounts: 'How much support and challenge',
    balance: 'Too much, too little',
    guess: 'A guess where the family would put it',
    change: 'Towards WITH',
    need: 'What it would need',
    note: 'What the supervisor would like to understand better',
    reply: 'The answer to it',
  },
  read: {
    title: 'Read it through',
    lead: (other: string) =>
      `Tick what ${other} may read. The placement always goes with it; whatever you leave unticked stays on your copy alone. You can take it back until ${other} has placed it too.`,
    leadAlone: 'It is yours alone. It stays with you until you share what is ticked with somebody.',
    edit: {
      describe: 'Edit the description',
      place: 'Edit the placement',
      balance: 'Edit “Too much, too little”',
      move: 'Edit “Towards WITH”',
    },
    tick: (what: string) => `Share “${what}”`,
    always: (what: string) => `${what} (always shared)`,
    blank: 'Left blank',
    onlyYours: 'Only on your copy',
    share: 'Share what is ticked',
    support: (amount: string) => `Support: ${amount.toLowerCase()}`,
    challenge: (amount: string) => `Challenge: ${amount.toLowerCase()}`,
    deliberate: 'A deliberate choice here',
  },
  /** How long it is kept. The two day counts are for what lies untouched. */
  keeping: {
    untouched: (days: number, notice: number) =>
      `Left untouched for ${days} days it is deleted; I say so here ${notice} days before.`,
    months: (months: number) =>
      `Once closed it is kept for ${months === 1 ? 'a month' : `${months} months`} and then deleted.`,
    until: (day: string) =>
      `Nothing has happened here for a while. It is kept until ${day}, and longer if it goes on before then.`,
    closed: (day: string) => `It is kept until ${day} and then deleted.`,
  },
  shared: {
    title: 'Shared',
    text: (other: string) =>
      `${other} places it before seeing the rest. You will both see both at the same moment, and I will tell you here.`,
    what: 'What you shared',
    takeBack: 'Take it back',
  },
  withPractitioner: {
    asked: (other: string) => `${other} has been asked. Nothing more to do for now.`,
    with: (other: string) => `It is with ${other}, in their own time. I will tell you when it is your turn.`,
    cancel: 'Cancel',
    cancelSure: (other: string) =>
      `Cancel this reflection? Whatever ${other} has written stays with ${other}.`,
    cancelYes: 'Yes, cancel it',
  },
  unreached: {
    text: (other: string) =>
      `I could not reach ${other}. They may not have Four Ways yet, or have removed it. Ask them to add it in Teams under **Apps**, then try again. Nothing is lost.`,
    again: 'Try again',
  },

  outside: {
    title: 'From outside, where does it look to sit?',
    described: (practitioner: string) => `What ${practitioner} described`,
    aloud: (practitioner: string) => `${practitioner} would rather tell you about it than write it here.`,
    ask: 'From what you have heard so far. This is a view from outside, and it is never scored.',
    place: 'Place it',
    hearMore: 'I’d rather hear more first',
  },

  sideBySide: {
    title: 'Side by side',
    placed: (who: string, domain: string, axes: string) => `**${who}** placed it in **${domain}** (${axes}).`,
    heardMore: (who: string) => `**${who}** would rather hear more first.`,
    deliberate: 'A deliberate choice here.',
    guess: (domain: string) => `A guess where the family themselves would put it: ${domain}.`,
    guessNetwork: (domain: string) => `A guess where the family would put this network: ${domain}.`,
    open: 'What did each of you notice?',
    full: 'Read all of it',
    back: 'Back to both',
    noteLabel: 'What I’d like to understand better (one note, if you like)',
    noteSend: 'Leave this note',
    note: (supervisor: string) => `What ${supervisor} would like to understand better`,
    replyLabel: 'Your answer, if you like',
    replySend: 'Send this answer',
    reply: (practitioner: string) => `${practitioner}’s answer`,
    onwards: 'What we’ll do',
    /** The mismatch line as the other person reads it. */
    odd: {
      support: (amount: string, domain: string) => `“${amount}” support and ${domain}: both can be true.`,
      challenge: (amount: string, domain: string) => `“${amount}” challenge and ${domain}: both can be true.`,
    },
  },

  outcome: {
    title: 'One thing to do',
    titleMany: 'What to do',
    titleAmend: 'Change what you agreed',
    leadAmend:
      'It counts once you have both agreed, and the record shows that it was changed. Anything decided about a child goes on their record, not here.',
    lookAgain: 'A day to look at it again, if you like',
    lead: 'Start with one; three at most. Anything decided about a child goes on their record, not here.',
    rows: ['First', 'Second', 'Third'],
    what: 'What?',
    who: 'Who?',
    by: 'By when?',
    how: 'How? (one line, if you like)',
    why: 'Why? (one line, if you like)',
    more: 'Add another',
    propose: 'Propose',
    noAction: 'Close with no action',
    differ: 'We see it differently',
    back: 'Back to both',
  },
  proposal: {
    actions: (who: string) => `${who} proposes:`,
    noAction: (who: string) => `${who} proposes to close with no action.`,
    differ: (who: string) => `${who} proposes to close with “we see it differently”.`,
    action: (who: string, by: string) => `${who}, by ${by}`,
    lookAgain: (day: string) => `Look at it again on ${day}.`,
    how: (text: string) => `How: ${text}`,
    why: (text: string) => `Why: ${text}`,
  },
  proposed: {
    title: 'Proposed',
    text: (other: string) => `It closes when ${other} agrees. You can still change it.`,
    amend: (other: string) => `The record is changed when ${other} agrees. Until then it says what it said.`,
    change: 'Change',
    look: 'Side by side',
  },
  agreeing: {
    title: 'Something to agree',
    text: 'Agreeing closes the reflection. Anything decided about a child goes on their record, not here.',
    amend: 'Agreeing changes the closed record. Until then it says what it said.',
    agree: 'Agree',
    change: 'Change',
    look: 'Side by side',
  },
  closed: {
    title: 'Closed',
    agreed: 'What you agreed',
    noAction: 'You closed with no action.',
    differ: 'You closed with “we see it differently”.',
    boundary: 'Anything decided about a child goes on their record.',
    copyLabel: 'One line to copy, as evidence that it was held',
    copy: (day: string, count: number) =>
      `Reflection held on ${day}; ${count === 1 ? '1 action agreed' : count === 0 ? 'no action agreed' : `${count} actions agreed`}.`,
    amended: (day: string) => `Changed by both of you on ${day}.`,
    amend: 'Change what we agreed',
    lookAgain: 'Look at it again',
    toPlan: 'Add to a team’s plan',
    seen: 'What you each saw',
  },

  gone: {
    title: 'Not going ahead this time',
    text: 'This reflection is not here for you any more. There is nothing left to do.',
    deletedTitle: 'Deleted',
    deleted: 'Deleted, for good. Nobody is told why.',
    declinedTitle: 'Thank you',
    declined: 'That is fine, and no reason is needed. Nothing of yours is kept.',
    cancelled: 'Cancelled. Nothing more to do.',
  },

  /** What stands in a chat: a title, a state and a button. Nobody's words. */
  posted: {
    title: (other: string) => `Reflection with ${other}`,
    titleAlone: 'Your reflection',
    open: 'Open',
    moved: 'This goes on in a newer message below.',
    closed: 'Closed.',
    yours: 'It is with you.',
    waiting: (other: string) => `It is with ${other}.`,
    asked: (other: string) => `${other} has been asked.`,
    shared: 'Shared.',
    together: 'Together now.',
    unreached: (other: string) => `I could not reach ${other}. Open this to see what helps.`,
  },
  notices: {
    asked: (asker: string) => `${asker} has asked you something.`,
    yourTurn: 'It’s your turn, when you’re ready.',
    bothIn: 'Both placements are in.',
    toAgree: 'There’s something to agree.',
  },

  mine: {
    title: 'My reflections',
    none: 'No reflections yet. Say **reflect** to look at a working relationship with somebody.',
    with: (other: string) => `With ${other}`,
    alone: 'On your own',
    line: (kind: string, day: string, state: string) => `${kind} · ${day} · ${state}`,
    open: 'Open',
    older: 'Older ones',
    newest: 'Back to the newest',
    summary: 'Your reflections',
    states: {
      invited: 'you have been asked',
      invitedLater: (day: string) => `another time: ${day}`,
      step: 'with you',
      read: 'with you',
      shared: 'shared',
      asked: (other: string) => `${other} has been asked`,
      withPractitioner: (other: string) => `with ${other}`,
      outside: 'your turn',
      sideBySide: 'both placements are in',
      together: 'together now',
      proposed: (other: string) => `with ${other} to agree`,
      agreeing: 'something to agree',
      closed: (day: string) => `closed on ${day}`,
    },
  },

  guard: {
    found: (kinds: string) => `This looks as if it holds ${kinds}. Nothing is saved yet.`,
    change:
      'Better without: change it below and press the button again. Or keep it, if it is something else.',
    blind: 'I cannot see names, or an address without its postcode. Only you can.',
    keep: 'Keep it',
    kinds: {
      nhsNumber: 'an NHS number',
      nationalInsurance: 'a National Insurance number',
      phone: 'a phone number',
      email: 'an e-mail address',
      postcode: 'a postcode',
      birthDate: 'a date of birth',
      caseNumber: 'a case number',
    },
  },

  refusals: {
    stale: 'That card was out of date, so the button did nothing. This is how it stands now.',
    staleTyped:
      'That card was out of date, so it was not saved. What you typed is in its field below: press the button to keep it.',
    notNow: 'That is not possible any more, or not yet. This is how it stands now.',
    invalid: 'Nearly there. Please look at this first:',
    lost: 'What you typed has no field on this card any more. It is here for you to copy:',
  },
  problems: {
    needed: (field: string) => `${field} Please fill this in.`,
    tooLong: (field: string, limit: number) =>
      `${field} That is longer than ${limit} characters. Please shorten it.`,
    notADay: (field: string) => `${field} Please give a real date.`,
    pastDay: (field: string) => `${field} That day is past. Please choose today or later.`,
    tooFarAhead: (field: string) =>
      `${field} That is more than two years away. Please choose an earlier day.`,
    onlyOne: (field: string) => `${field} Please name one person: choose from the list or search, not both.`,
    yourself: (field: string) => `${field} Please choose somebody other than yourself.`,
    unreachable: (field: string) =>
      `${field} I cannot reach this person yet. Ask them to add Four Ways in Teams under **Apps**, or add it to a team you share, and ask again.`,
  },

  /** What the bot says of a team's plan, in a channel and in one's own chat. */
  plan: {
    summary: 'Team action plan',
    title: (name: string) => `Team action plan: ${name}`,
    stands: (open: number, done: number) => `${open} open, ${done} done`,
    next: (day: string) => `Next: ${day}`,
    none: 'There are no actions in this plan yet.',
    begin:
      'To begin, open the tab with the plan in this channel. If there is none, press **+** at the top of the channel and choose **Four Ways**.',
    open: 'Open the plan',
    newer: 'There is a newer summary below.',
    membersAsk: 'Members of the team can ask me how its plan stands.',
    notTold: 'I could not ask Teams just now who can see this plan. Please say **plan** again in a minute.',
    elsewhere: 'Plans belong to teams',
    elsewhereText:
      'Say **plan** in a channel of your team to see how its plan stands, or in your own chat with me to see your own actions.',
    when: {
      by: (day: string) => `by ${day}`,
      wasDue: (day: string) => `was due ${day}`,
      none: 'no date yet',
    },
    mine: {
      title: 'Your actions',
      none: 'No action of yours is open in a team’s plan.',
      line: (team: string, when: string) => `${team} · ${when}`,
      open: 'Open',
      more: (count: number) => `and ${count} more in the plan`,
    },
    action: {
      done: 'Done',
      move: 'Move the date',
      day: 'By when?',
      save: 'Save the date',
      back: 'Back to my actions',
      inPlan: 'Open in the plan',
      marked: 'Marked as done. How it went can be written in the plan.',
      isDone: 'This action is done. How it went can be written in the plan.',
      undo: 'Undo',
      open: 'It is open again.',
      moved: 'The date is moved.',
    },
    refusals: {
      stale: 'It has been changed since you opened it, so nothing was saved. This is how it stands now.',
      busy: 'The plan is being changed at this moment. Nothing was saved: please try again.',
      unreachable:
        'I could not ask Teams just now whether you belong to this team. What you typed is still here: press **Try again** in a minute.',
      mayNotChange: 'You can read this plan but not change it, so nothing was saved.',
      notMember: 'You cannot add to that team’s plan. Please choose another team.',
      keyUsed:
        'This form has added an action already. Press the button again to add this one as another action.',
      full: 'That plan has as many open actions as it takes. Some must be done first.',
      unreadable: 'Something in it cannot be saved. Please write it with ordinary characters.',
      button: 'I could not read that button. Say **plan** and carry on from there.',
      gone: 'Not there any more',
      goneText: 'This action is not in the plan any more, or the plan is not yours to see.',
    },
    offer: {
      title: 'Add to a team’s plan',
      lead: 'Write it anew. Nothing is taken from the reflection, and the plan does not tell where it came from.',
      readers: 'Everybody in the team can read this. Write it so that no family can be recognised.',
      team: 'Which team?',
      chooseTeam: 'Choose a team',
      area: 'Area of practice: what is going to change, improve or become stronger?',
      activities: 'What is going to be done to make it happen? (if you like)',
      day: 'By when? (if you know)',
      timescale: 'By when, in your own words (if you like)',
      add: 'Add to the plan',
      added: 'Added',
      addedTo: (team: string) => `Added to the plan of ${team}. Everybody in the team can see it now.`,
      noTeam:
        'I know no team of yours yet. A team gets a plan when Four Ways is added to it in Teams under **Apps**; then come back here.',
      unreachable: 'I could not ask Teams just now which teams are yours. Please try again in a minute.',
    },
  },

  /** What somebody is reminded of, and what they want to hear of. */
  reminders: {
    title: 'Your plan actions',
    posted: (count: number) => `Your plan actions: ${count}.`,
    postedText: 'Open this to see what it is about. Nobody else can.',
    stands: (day: string) => `Hello. This is how things stand on ${day}.`,
    allSeen: 'All seen to. Thank you.',
    away: 'I could not ask Teams about some of them just now. Please open this again in a minute.',
    needsOwner: 'needs an owner',
    noWord: 'no word on it for a while',
    held: (day: string) => `on hold until ${day}`,
    stillRight: 'Is this still the right aim?',
    settingsLink: 'Reminder settings',
    back: 'Back to the list',
    reflections: {
      waits: 'A reflection is with you, when you’re ready.',
      meeting: 'You meet soon about a reflection.',
      later: 'A reflection that you put off until now.',
      action: 'An action that you agreed in a reflection.',
      lookAgain: 'A reflection to look at again.',
    },
    unreached: (name: string, day: string, why: string) =>
      `Reminders do not reach ${name}, since ${day}: ${why}`,
    reasons: {
      notInstalled: 'the app is not installed for them. Ask them to add **Four Ways** under **Apps**.',
      blocked: 'they have blocked the app. Ask them to unblock **Four Ways** in its chat, if they like.',
      refused: 'Teams does not let my messages through. Ask whoever looks after Teams for you.',
    },
    line: {
      why: 'Why? (your team can read this)',
      ask: (name: string) => `Ask ${name} for help`,
      askSomebody: 'Ask for help',
      askWhom: 'Which manager should be told?',
      askNow: 'Ask for help now',
      offer: 'Offer help',
      offerTells: (names: string) => `*Offer help* sends one line to ${names}.`,
      notNow: 'Not now',
      hold: 'Hold it until…',
      until: 'Until which day? (no reason is needed)',
      holdNow: 'Hold it',
      give: 'Give it to somebody else',
      giveNobodys: 'Give it to somebody',
      giveLead: 'They see it in the plan and are reminded of it from now on.',
      giveTo: 'Who takes it on?',
      giveHint: 'Choose somebody of the team',
      giveMore: 'Not everybody fits in this list. In the plan you can choose from all.',
      giveNow: 'Give it to them',
      stillMove: 'Still right: move the date',
      dropped: 'No longer our aim',
    },
    said: {
      done: 'Done. How it went can be written in the plan.',
      dropped: 'Closed in the plan: no longer our aim.',
      moved: (day: string) => `The date is moved to ${day}.`,
      held: (day: string) => `On hold until ${day}.`,
      asked: (name: string) => `You have asked for help. I am telling ${name} now.`,
      askedAlready: 'You have asked for help with this today already.',
      offered: (names: string) => `You have offered help. I am telling ${names} now.`,
      offeredAlready: 'You have offered help with this today already.',
      nobody: 'There is nobody whom I could tell just now, so nothing was sent.',
      given: (name: string) => `${name} has it now.`,
    },
    refusals: {
      mayNot: 'That is for others to do: those who are on this action, or who manage the plan.',
      holdDay: 'Please choose a day after today and within a year.',
      notThere: 'That person is not in the team, or is a guest. Please choose somebody else.',
      button:
        'I could not read that button. Say **reminders** for your settings, or **plan** for your actions.',
      settings: 'Your settings were changed somewhere else since you opened this, so nothing was saved.',
    },
    /** What somebody else is told: a line without names, titles and teams. */
    told: {
      asked: 'Somebody has asked for your help with an action.',
      offered: 'Somebody offers to help you with an action.',
      done: 'An action of yours was marked as done.',
    },
    toldBy: {
      asked: (name: string) => `**${name}** asks for your help with this.`,
      offered: (name: string) => `**${name}** offers to help you with this.`,
      done: (name: string) => `**${name}** has marked this as done.`,
    },
    settings: {
      title: 'Reminder settings',
      lead: (time: string) =>
        `At most one message a working day, from ${time}, and only when there is something to say.`,
      mode: 'What would you like to hear of?',
      modes: {
        everything: 'Everything',
        due: 'Only what is or was due',
        mondays: 'Mondays only',
      },
      pause: 'Nothing before (if you would like a pause)',
      ofPlan: (plan: string) => `From the plan of ${plan}`,
      ofPlans: {
        asAbove: 'As above',
        everything: 'Everything',
        due: 'Only what is or was due',
        mondays: 'Mondays only',
        paused: 'Nothing before the day below',
      },
      pauseOfPlan: (plan: string) => `Nothing from ${plan} before`,
      more: 'You have more plans than fit here. What you choose above holds for the others.',
      save: 'Save',
      saved: 'Saved.',
      next: (day: string, time: string) =>
        `Your next reminder comes on ${day} at ${time} at the earliest, and only if there is something to say.`,
    },
    elsewhere: {
      title: 'Reminders come to you alone',
      text: 'Please say **reminders** in your own chat with me.',
    },
  },

  /** The plan as a file, to print or hand round. The five questions are the template's, in its order. */
  planExport: {
    title: 'Restorative practice: team action plan',
    team: 'Team or service:',
    columns: {
      area: {
        name: 'Area of practice',
        asks: 'What are we going to change, improve or strengthen, so that restorative practice is embedded?',
      },
      activities: {
        name: 'Activities',
        asks: 'What are we going to do to make this happen?',
      },
      who: {
        name: 'Who, and what support',
        asks: 'Who in our team needs to do this, and what support will we need?',
      },
      when: {
        name: 'By when',
        asks: 'What is our timescale? A date, and our own words beside it where they help.',
      },
      outcome: {
        name: 'Outcome',
        asks: 'How will we know when restorative practice has become our way of working?',
      },
      status: { name: 'Status', asks: 'How far along are we?' },
    },
    statuses: { todo: 'To do', doing: 'In progress', done: 'Done' },
    wasDue: (day: string) => `was due ${day}`,
    met: 'Is it met?',
    outcomesMet: { met: 'Met', partly: 'Partly met', notYet: 'Not yet', changed: 'No longer our aim' },
    seen: 'What we saw:',
    empty: 'No actions yet. The rows below are for writing the first ones by hand.',
    asItStood: (day: string) => `As it stood on ${day}`,
    page: (current: string, total: string) => `Page ${current} of ${total}`,
    csv: {
      timescale: 'By when, in our own words',
      outcomeMet: 'Is the outcome met?',
      outcomeSeen: 'What we saw',
    },
    /** How a file's name begins: no marks that a file system refuses. */
    file: 'Team action plan',
  },
};
