import type { PlanSeen } from '../../bot/plan/contract.ts';
import type { Trouble } from '../api/api.ts';
import { useTab } from '../context.ts';
import { troubleWords } from './trouble-words.ts';
import type { Commands } from './use-commands.tsx';
import type { Unsaved } from './use-unsaved.ts';

type Props = {
  seen: PlanSeen;
  trouble: Trouble | null;
  /** When the plan was read last, in milliseconds since 1970; only told with a trouble. */
  asOf: number;
  again: () => Promise<void>;
  /** What this person has typed and not saved. */
  unsaved: Unsaved | null;
  commands: Commands;
};

/** What somebody should know before they begin: a line each, and none where all is well. */
export const Banners = ({ seen: { plan, me }, trouble, asOf, again, unsaved, commands }: Props) => {
  const { words, host } = useTab();
  const time = new Intl.DateTimeFormat(words.locale, { timeStyle: 'short' });
  return (
    <div className="banners on-screen" role="status">
      {trouble && (
        <p className="banner">
          {troubleWords(words, trouble, host.place.channelKind).title}.{' '}
          {words.trouble.asOf(time.format(asOf))}
          <button type="button" className="link" onClick={() => void again()}>
            {trouble.kind === 'signIn' ? words.trouble.signIn.on : words.trouble.retry}
          </button>
        </p>
      )}
      {unsaved && me.canEdit && (
        <p className="banner">
          {unsaved.form === 'settings' ? words.plan.unsavedSettings : words.plan.unsaved(short(unsaved.area))}
          <button type="button" className="link" onClick={() => commands.goOn(unsaved)}>
            {words.plan.goOn}
          </button>
        </p>
      )}
      {plan.emptying && <p className="banner">{words.plan.emptying}</p>}
      {!me.canEdit && !plan.emptying && <p className="banner">{words.plan.guest}</p>}
      {plan.managers.length === 0 && me.mayAppoint && (
        <p className="banner">
          {words.plan.noManager}
          <button type="button" className="link" onClick={commands.settings}>
            {words.plan.appoint}
          </button>
        </p>
      )}
    </div>
  );
};

/** The beginning of a long text, for a line. */
const short = (text: string): string => (text.length > 80 ? `${text.slice(0, 79).toWellFormed()}…` : text);
