import type { Translation } from './translation.ts';

/** Welsh, as far as it goes: whatever is not here is said in British English. */
export const cy: Translation = {
  locale: 'cy-GB',
  welcome: { start: 'Myfyrio gyda rhywun', mine: 'Fy myfyrdodau' },
  step: { next: 'Nesaf', back: 'Yn ôl' },
  posted: { open: 'Agor' },
  plan: {
    open: 'Agor’r cynllun',
    mine: { open: 'Agor' },
    action: { done: 'Wedi’i wneud', undo: 'Dadwneud' },
  },
  reminders: { line: { notNow: 'Nid nawr' }, settings: { save: 'Cadw' } },
};
