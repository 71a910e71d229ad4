export type Command = 'reflect' | 'mine' | 'hello' | 'help' | 'unknown';

/** `plan` and `reminders` are announced commands that cannot do anything yet: they get help. */
const commands: Readonly<Record<string, Command>> = {
  reflect: 'reflect',
  'my reflections': 'mine',
  hi: 'hello',
  hello: 'hello',
  help: 'help',
  plan: 'help',
  reminders: 'help',
};

/** Which command was typed, in any case and with any spacing and closing punctuation. */
export const commandIn = (text: string): Command => {
  const typed = text
    .normalize('NFKC')
    .replace(/&nbsp;/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\s.!?]+$/, '')
    .toLowerCase();
  return Object.hasOwn(commands, typed) ? (commands[typed] ?? 'unknown') : 'unknown';
};
