import type { PlanAction } from '../../bot/plan/contract.ts';
import { useTab } from '../context.ts';
import { LongText } from './long-text.tsx';
import { dayText } from './view/days.ts';
import { hasPassed } from './view/filters.ts';

/** Nothing was written here: a dash in a table, and no line at all on a card. */
export const Nothing = () => <span className="nothing">{useTab().words.row.none}</span>;

/** Who does it, and with what support. */
export const Who = ({ action, left }: { action: PlanAction; left: readonly string[] }) => {
  const { row } = useTab().words;
  return (
    <>
      {action.who.length === 0 ? (
        <span className="quiet-text">{row.nobody}</span>
      ) : (
        <ul className="people">
          {action.who.map(({ id, name }) => (
            <li key={id}>
              {name}
              {left.includes(id) && <span className="has-left">{row.needsOwner}</span>}
            </li>
          ))}
        </ul>
      )}
      {action.support && (
        <div className="support">
          <LongText text={action.support} />
        </div>
      )}
    </>
  );
};

/** The date, a hold that is still on, and the team's own words. A date that has passed on an open action is said as what it is, and no more. */
export const ByWhen = ({ action, today }: { action: PlanAction; today: string }) => {
  const { row, locale } = useTab().words;
  const { dueOn, heldUntil, timescale } = action;
  const said = dueOn && dayText(dueOn, today, locale);
  const isHeld = heldUntil !== null && heldUntil > today;
  return (
    <>
      {dueOn && said && (
        <time dateTime={dueOn} className="date">
          {hasPassed(action, today) ? row.wasDue(said) : said}
        </time>
      )}
      {isHeld && <span className="held">{row.heldUntil(dayText(heldUntil, today, locale))}</span>}
      {timescale && <LongText text={timescale} />}
      {!dueOn && !timescale && <span className="quiet-text">{row.noDate}</span>}
    </>
  );
};

/** What would show it, and in the end what did. */
export const Outcome = ({ action }: { action: PlanAction }) => {
  const { outcomesMet } = useTab().words;
  const { outcome, outcomeMet, outcomeSeen, status } = action;
  const isAnswered = status === 'done' && (outcomeMet !== null || outcomeSeen !== '');
  return (
    <>
      {outcome ? <LongText text={outcome} /> : !isAnswered && <Nothing />}
      {isAnswered && (
        <div className="seen">
          {outcomeMet && <strong>{outcomesMet[outcomeMet]}</strong>}
          {outcomeSeen && <LongText text={outcomeSeen} />}
        </div>
      )}
    </>
  );
};
