export type Command = 'reflect' | 'mine' | 'plan' | 'reminders' | 'hello' | 'help' | 'unknown';

const commands: Readonly<Record<string, Command>> = {
  reflect: 'reflect',
  'my reflections': 'mine',
  hi: 'hello',
  hello: 'hello',
  help: 'help',
  plan: 'plan',
  reminders: 'reminders',
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
