/**
 * Every word of the tab, in British English, so that all wording can be read in one sitting. What takes arguments
 * is a function.
 */
export const enGB = {
  /** BCP 47, for dates. */
  locale: 'en-GB',
  title: 'Restorative practice: team action plan',

  /** The template's columns, in its order, each with the question that it answers; status stands beside them. */
  columns: {
    area: {
      name: 'Area of practice',
      asks: 'What are we going to change, improve or strengthen, so that restorative practice is embedded?',
    },
    activities: { name: 'Activities', asks: 'What are we going to do to make this happen?' },
    who: {
      name: 'Who, and what support',
      asks: 'Who in our team needs to do this, and what support will we need?',
    },
    due: {
      name: 'By when',
      asks: 'What is our timescale? A date, and our own words beside it where they help.',
    },
    outcome: {
      name: 'Outcome',
      asks: 'How will we know when restorative practice has become our way of working?',
    },
    status: { name: 'Status', asks: 'How far along are we?' },
  },
  status: { todo: 'To do', doing: 'In progress', done: 'Done' },
  outcomesMet: { met: 'Met', partly: 'Partly met', notYet: 'Not yet', changed: 'No longer our aim' },

  plan: {
    loading: 'Opening the team action plan…',
    actions: 'Actions',
    add: 'Add an action',
    settings: 'Plan settings',
    askingOf: (column: string) => `What goes under ${column}?`,
    allColumns: 'What each part asks',
    noManager: 'Nobody manages this plan at the moment.',
    appoint: 'Choose somebody',
    emptying: 'This plan is being emptied. You can add actions again in a moment.',
    guest: 'You are a guest here: you can read this plan, and the team edits it.',
    showing: (shown: number, all: number) =>
      shown === all ? (all === 1 ? '1 action' : `${all} actions`) : `Showing ${shown} of ${all}`,
    more: (next: number) => `Show ${next} more`,
    noneFit: 'No action fits these filters.',
    /** On paper, where the filters themselves do not stand. */
    partOnly: (shown: number, all: number) =>
      `Only part of the plan: the ${shown} of ${all} actions that fitted a filter.`,
    unsaved: (area: string) =>
      area === ''
        ? 'Something you typed here is not saved yet.'
        : `You have not saved what you typed for: ${area}`,
    unsavedSettings: 'You have changed the plan settings and not saved that yet.',
    goOn: 'Go on with it',
  },
  row: {
    edit: 'Edit',
    editOf: (area: string) => `Edit: ${area}`,
    moreOf: (area: string) => `More for: ${area}`,
    history: 'History',
    copyLink: 'Copy link',
    remove: 'Delete',
    statusOf: (area: string) => `Status of: ${area}`,
    /** The choice in a row that opens the form in which an action is marked done. */
    doneNext: 'Done…',
    saving: 'Saving…',
    showMore: 'Show more',
    showLess: 'Show less',
    nobody: 'Nobody yet',
    needsOwner: 'has left: needs an owner',
    wasDue: (date: string) => `was due ${date}`,
    heldUntil: (date: string) => `on hold until ${date}`,
    noDate: 'No date yet',
    none: '–',
  },
  filter: {
    heading: 'Filter and sort',
    text: 'Find',
    textHint: 'Any words',
    person: 'Who',
    anybody: 'Anybody',
    nobodyYet: 'Nobody yet',
    status: 'Status',
    anyStatus: 'Any status',
    open: 'Not done',
    due: 'By when',
    anyTime: 'Any time',
    thisWeek: 'This week',
    thisMonth: 'This month',
    passed: 'Date has passed',
    noDate: 'No date',
    clear: 'Clear filters',
  },
  sort: {
    label: 'Sort by',
    area: 'Area of practice',
    who: 'Who',
    due: 'By when',
    status: 'Status',
    descending: (column: string) => `${column}, reversed`,
  },
  changes: {
    removed: 'Action deleted.',
    restored: 'The action is back.',
    added: 'Action added.',
    saved: 'Saved.',
    statusNow: (status: string) => `Status is now: ${status}.`,
    undone: 'Undone.',
    undo: 'Undo',
    dismiss: 'Close this message',
    copied: 'Link copied.',
    copyByHand: 'Copy this link:',
    link: 'Link to this action',
    notThere:
      'That action is not in the plan any more. If it was deleted in the last thirty days, any member of the team can bring it back under Plan settings.',
    notSaved: 'That was not saved.',
    outdated:
      'Four Ways has changed since you opened this page. Load the page again to go on; what you have typed is kept.',
    reload: 'Load the page again',
  },
  files: {
    print: 'Print',
    word: 'Word',
    wordLong: 'Save as a Word file',
    csv: 'CSV',
    csvLong: 'Save as a CSV file',
    noPrint: 'Printing does not work from here. Save the plan as a Word file and print that instead.',
    making: 'Making the file…',
    made: 'The file is in your downloads.',
  },
  /** What went wrong, and a way on. */
  trouble: {
    retry: 'Try again',
    offline: {
      title: 'No connection',
      text: 'The plan could not be reached. Check your connection; we keep trying.',
    },
    signIn: {
      title: 'Please sign in again',
      text: 'Teams could not tell us who you are. Signing in again usually helps.',
      on: 'Sign in again',
    },
    elsewhere: {
      title: 'Not open to your organisation',
      text: 'You are signed in with an account of another organisation, and Four Ways is not set up for people of that one. Signing in again would not help: ask whoever looks after Four Ways here.',
    },
    outside: {
      title: 'This plan is for its team',
      text: 'Only members of this team can see its plan. If you are one, Four Ways may not be in this team yet: ask a team owner to add it under Manage team, Apps.',
    },
    outsideChannel: {
      title: 'This plan is for its channel',
      text: 'Only members of this channel can see its plan. If you are one, Four Ways may not be in this channel yet: a private or shared channel keeps a plan of its own, and the app has to be added to the channel itself. A channel owner can do this: open the channel’s More options, choose Manage channel, then Apps, and add Four Ways.',
    },
    notAllowed: { title: 'Not for you to change', text: 'You can read this plan, but not change that.' },
    gone: { title: 'Not there any more', text: 'Somebody deleted this action in the meantime.' },
    stale: {
      title: 'Changed in the meantime',
      text: 'Somebody changed this just now. Have a look and try again.',
    },
    unfit: {
      title: 'Not accepted',
      text: 'The plan did not take that. Open the action and look at what you wrote.',
    },
    planFull: 'The plan is full. Mark actions as done or delete some first.',
    busy: { title: 'One moment', text: 'The plan is busy. We try again in a few seconds.' },
    broken: {
      title: 'Something went wrong',
      text: 'That was our fault, not yours. Nothing of the plan is lost. Please try again.',
    },
    asOf: (time: string) => `Showing the plan as it was at ${time}.`,
  },
  outsideTeams: {
    title: 'Please open this in Microsoft Teams',
    text: 'The team action plan lives in a channel of your team, and Teams tells us who you are.',
    steps: [
      'Open Microsoft Teams.',
      'Go to your team’s channel.',
      'Choose the tab with the team action plan.',
    ],
    open: 'Open Microsoft Teams',
    noTeam: 'This tab works in a channel of a team. Add it there with the + at the top of the channel.',
  },
  silent: {
    title: 'Teams has not answered yet',
    text: 'This page is waiting to hear from Microsoft Teams where it stands. Trying again usually helps.',
  },
  local: {
    title: 'Who are you?',
    text: 'This is a developer’s machine. Choose the person through whose eyes you want to see the plan.',
    none: 'No people are set up here. Start everything with npm start.',
  },
  empty: {
    title: 'A first action',
    text: 'Nothing is in this plan yet. Small and soon is a good way to begin. You could start from one of these, or from something of your own.',
    use: 'Use this',
    ideaOf: (area: string) => `Use this: ${area}`,
    readOnly: 'Nothing is in this plan yet.',
    ideas: [
      {
        area: 'How we begin supervision',
        text: 'Ten minutes of each supervision for one relationship: where does it sit in the window, and what would move it towards WITH?',
      },
      {
        area: 'How we write to families',
        text: 'Letters and plans that are clear about what has to change, and just as clear about the support that comes with it.',
      },
      {
        area: 'How we work with other professionals',
        text: 'Once a month, look at one network with the window: are we working with each other as we would with a family?',
      },
    ],
  },

  /** Adding, editing and finishing an action. */
  form: {
    add: 'Add an action',
    edit: 'Edit the action',
    done: 'Mark as done',
    howWentIt: 'How did it go?',
    readers:
      'Everybody in the team can read this. Please write nothing by which a family could be recognised.',
    inTheEnd: 'In the end',
    inTheEndHelp: 'Both can wait, and both can be changed later.',
    /** Answers that share a column with another, or have none. */
    fields: {
      who: 'Who',
      support: 'What support',
      dueOn: 'Date',
      moveReason: 'Why? (your team can read this)',
      timescale: 'In our own words',
      outcomeMet: 'Is the outcome met?',
      outcomeSeen: 'What have we seen?',
    },
    help: {
      who: 'Everybody in the team can be chosen, up to twenty people.',
      support: 'This is for training, time, a buddy. The whole team reads it.',
      moveReason: 'Only if you want to. It stands in the history beside the date.',
      timescale: 'Such as “by the end of term”.',
      outcomeSeen: 'What tells us so, in a few words.',
    },
    needed: 'Only the area of practice is needed; all else can wait.',
    unanswered: 'Not answered yet',
    noOutcome: 'No outcome was written down for this action.',
    ourOutcome: 'We said we would know by this:',
    left: (count: number) => (count === 1 ? '1 character left' : `${count} characters left`),
    tooMany: (count: number) =>
      count === 1
        ? '1 character too many: please shorten it'
        : `${count} characters too many: please shorten it`,
    save: 'Save',
    saving: 'Saving…',
    addIt: 'Add',
    markDone: 'Mark as done',
    cancel: 'Cancel',
    close: 'Close',
    again: 'Try again',
    look: (fields: string) => `Not saved yet. Please look at: ${fields}.`,
    faults: {
      required: 'Please write something here.',
      needsManager: 'Please choose at least one person.',
      tooLong: (most: number) => `Please shorten this to ${most.toLocaleString('en-GB')} characters.`,
      tooMany: (most: number) => `Please choose ${most} people at most.`,
      notADay: 'Please enter a full date between 2000 and 2100.',
      unreadable: 'There is a character in here that cannot be saved. Please type this again.',
      notAMember: 'Somebody chosen here is not a member of this team. Please take them off.',
      notAMemberNamed: (name: string) => `${name} is not a member of this team. Please take them off.`,
      planFull: 'The plan is full. Finish or delete another action first; what you typed is kept here.',
      notConfirmed: 'That is not the name of the plan.',
      other: 'This could not be saved. Please check it.',
    },
    trouble: {
      offline: 'Not saved yet: there is no connection. What you typed is still here.',
      signIn: 'Not saved yet: Teams could not confirm who you are. What you typed is still here.',
      elsewhere:
        'Not saved: Four Ways is not set up for people of your organisation. What you typed is still here.',
      outside:
        'Not saved: the plan says that you are not in this team any more. What you typed is still here.',
      notAllowed: 'Not saved: this is not yours to change. What you typed is still here.',
      busy: 'Not saved yet: the plan is busy. Please try again in a moment; what you typed is still here.',
      broken: 'Not saved yet: something went wrong on our side. What you typed is still here.',
    },
    ahead: 'Saved. What you typed since then is not saved yet.',
    gone: 'Somebody has deleted this action. What you typed is still here: you can add it as a new action.',
    addAnew: 'Add as a new action',
    kept: (at: string) => `We kept what you had typed here (${at}). It is not saved yet.`,
    dropKept: 'Throw it away',
    unsaved: 'You have not saved what you typed',
    unsavedWhy: 'If you close this now, it is gone.',
    keepEditing: 'Keep editing',
    discard: 'Discard',
    both: (who: string, fields: string) =>
      `Saved. ${who} had changed this action in the meantime (${fields}). Both are kept.`,
    somebody: 'Somebody else',
  },

  /** Two people have changed the same answer. */
  conflict: {
    title: 'Two of you changed this',
    why: (who: string, when: string) =>
      `${who} changed this action (${when}) while you were writing. Please choose for each of these. Nothing is lost until you save.`,
    yours: 'Yours',
    theirs: (who: string) => `${who}’s`,
    anew: 'Write it anew from both',
    anewHelp: 'Both texts, to be edited.',
    empty: '(left empty)',
    choose: 'Please choose one.',
    gone: 'Somebody has deleted this action, so nothing could be saved. Go back to add what you wrote as a new action.',
    others: (fields: string) => `Your other changes (${fields}) are kept and saved with this.`,
    save: 'Save my choices',
    back: 'Back',
  },

  /** Choosing people. */
  people: {
    choose: 'Choose people',
    hide: 'Close the list',
    none: 'Nobody yet',
    search: 'Search by name',
    list: 'People in this team',
    remove: (name: string) => `Remove ${name}`,
    hasLeft: 'has left the team',
    found: (shown: number, all: number) =>
      shown < all
        ? `${shown} of ${all} shown. Type to find somebody.`
        : all === 1
          ? '1 person'
          : `${all} people`,
    nobody: 'Nobody of that name in this team.',
    asking: 'Asking Teams who is in this team…',
    unreachable: 'Teams did not say who is in this team. Everything else can be saved without it.',
    again: 'Ask again',
    enough: (most: number) => `That is ${most} people, and no more can be chosen.`,
    added: (name: string) => `${name} chosen.`,
    removed: (name: string) => `${name} removed.`,
    me: 'Me',
    you: 'You',
  },

  settings: {
    title: 'Plan settings',
    name: 'Name of the team or service',
    managers: 'Managers',
    managersHelp: 'They name the plan, choose who manages it, and can empty it. At least one.',
    guests: 'Guests of the team may read the plan',
    guestsHelp: 'They never edit it.',
    readOnly: 'Managers change these. You can ask one of them.',
    managedBy: (names: string) => `Managed by ${names}.`,
    nobodyManages: 'Nobody manages this plan any more.',
    nobodyYet: 'Nobody manages this plan yet.',
    youMayName: 'You can name somebody.',
    guestsYes: 'Guests of the team may read it.',
    guestsNo: 'Guests of the team cannot read it.',
    save: 'Save',
    saved: 'Saved.',
    changed: 'Somebody changed this in the meantime. Please choose what it shall be, then save again.',
    mine: 'Yours',
    theirs: 'As it is now',
    yes: 'Yes',
    no: 'No',
    history: 'What happened to the plan',
    showHistory: 'Show the history of the plan',
    close: 'Close',
  },

  /** Deleted actions. */
  removed: {
    title: 'Deleted actions',
    lead: 'They can be brought back for thirty days.',
    none: 'There are none.',
    asking: 'Looking…',
    by: (who: string, when: string, until: string) =>
      `Deleted by ${who}, ${when}. Can be brought back until ${until}.`,
    restore: 'Bring back',
    restoreThis: (area: string) => `Bring back: ${area}`,
    restored: 'Brought back.',
    full: 'The plan is full. Finish or delete another action first.',
    gone: 'It is too late for this one: it has been erased.',
    trouble: 'That did not work just now.',
    empty: {
      title: 'Empty the plan',
      what: 'All actions, deleted ones included, and their histories are erased for everybody. The name, the managers and a line that you emptied it stay. This cannot be undone: save the plan as Word or CSV first if you need a copy.',
      start: 'Empty the plan…',
      type: (name: string) => `To go on, type the name of the plan: ${name}`,
      label: 'Name of the plan',
      sure: 'Erase everything',
      keep: 'Keep the plan',
      running: 'The plan is being emptied. This takes a moment, and nothing can be changed until it is done.',
      stale:
        'Somebody changed the plan in the meantime. Nothing was erased. Please check the name and try again.',
    },
  },

  history: {
    action: 'What happened to this action',
    plan: 'What happened to the plan',
    lead: 'Newest first. It says which texts were changed and not what they said: the words themselves are not kept here. Why a date was moved is, where somebody wrote it.',
    asking: 'Looking…',
    none: 'Nothing yet.',
    trouble: 'The history could not be read just now.',
    again: 'Try again',
    close: 'Close',
    added: 'added this action.',
    deleted: 'deleted this action.',
    restored: 'brought this action back.',
    emptied: 'emptied the plan.',
    setUp: 'set the plan up.',
    rewrote: (fields: string) => `changed what stands under ${fields}.`,
    status: (from: string, to: string) => `changed the status from “${from}” to “${to}”.`,
    due: (from: string, to: string) => `moved the date from ${from} to ${to}.`,
    dueSet: (to: string) => `set the date to ${to}.`,
    dueTaken: (from: string) => `took the date away (it was ${from}).`,
    why: (reason: string) => `wrote why: “${reason}”`,
    held: (until: string) => `put this action on hold until ${until}.`,
    heldLonger: (from: string, to: string) => `moved the hold from ${from} to ${to}.`,
    holdEnded: 'ended the hold.',
    askedForHelp: 'asked for help.',
    offeredHelp: 'offered help.',
    met: (to: string) => `answered whether the outcome is met: “${to}”.`,
    metTaken: 'took back the answer on whether the outcome is met.',
    whoAdded: (names: string) => `added ${names}.`,
    whoTaken: (names: string) => `took ${names} off.`,
    managersAdded: (names: string) => `named ${names} as manager.`,
    managersTaken: (names: string) => `ended the managing of ${names}.`,
    guestsYes: 'let guests of the team read the plan.',
    guestsNo: 'ended the reading of the plan by guests.',
    renamed: 'renamed the plan.',
    tabPlaced: 'added the tab to a channel.',
    changed: 'changed something.',
  },

  /** The pages that Teams shows when the tab is added and removed. */
  config: {
    title: 'Set up the team action plan',
    lead: 'One plan for the whole team. Everybody in the team can read and edit it.',
    name: 'Name of the team or service',
    nameHelp: 'It stands at the head of the plan, on screen and in print.',
    managers: 'Who manages the plan?',
    managersHelp: 'At least one person. Managers name the plan, choose who manages it, and can empty it.',
    unready: 'Press Save below when both are filled in.',
    ready: 'Press Save below.',
    exists: 'This team has a plan already.',
    existsWhy: 'Saving adds the tab and keeps the plan as it is.',
    tabName: 'Team action plan',
    asking: 'Looking whether there is a plan already…',
    again: 'Try again',
    guest: 'Guests of a team cannot set up its plan. Please ask a member of the team to add this tab.',
    trouble: {
      offline: 'There is no connection just now.',
      signIn: 'Teams could not confirm who you are.',
      busy: 'Teams or the plan is busy just now.',
      elsewhere: 'You are signed in with an account of an organisation that Four Ways is not set up for.',
      broken: 'Something went wrong on our side.',
    },
    notSaved: {
      offline: 'Not saved yet: there is no connection. Everything you chose is still here; press Save again.',
      signIn: 'Not saved yet: Teams could not confirm who you are. Everything you chose is still here.',
      busy: 'Not saved yet: the plan is busy. Wait a moment, then press Save again.',
      notAllowed: 'Not saved: this plan is not yours to change.',
      elsewhere: 'Not saved: Four Ways is not set up for people of your organisation.',
      unfit: 'Not saved yet: please check what stands below.',
      broken: 'Not saved yet: something went wrong on our side. Everything you chose is still here.',
    },
    quicker: 'Somebody else has just set the plan up. It is shown here; saving keeps it.',
    channel: {
      title: 'Four Ways cannot see you in this channel',
      why: 'Either Four Ways has not been added to this channel yet, or you are not one of its members. A private or shared channel has people of its own, and so a plan of its own.',
      steps: [
        'Add Four Ways to the team, if it is not there yet.',
        'Open the channel’s menu (…) and choose Manage channel, then Apps.',
        'Choose Add an app, add Four Ways, and come back here.',
      ],
    },
    team: {
      title: 'Four Ways cannot see you in this team',
      why: 'Either Four Ways has not been added to this team yet, or you are not one of its members. Add it to the team under Apps, or ask an owner of the team to, and come back here.',
    },
    removal: {
      title: 'Remove the tab',
      keeps:
        'Removing the tab keeps the plan and everything in it. Add the tab again, in any channel of this team, and it is all there.',
      instead:
        'If the plan itself is to go: keep the tab for now, and let one of its managers open the settings of the plan and choose “Empty the plan”.',
    },
  },
};
