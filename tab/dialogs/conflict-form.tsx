import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { type ActionChange, type PlanAction, planLimits } from '../../bot/plan/contract.ts';
import { useTab } from '../context.ts';
import { Choice, type Option } from './choice.tsx';
import { Frame } from './frame.tsx';
import { momentInWords } from './moments.ts';
import { Notice } from './notice.tsx';
import { RefusedNotice } from './refused-notice.tsx';
import { isText, type Pick } from './resolve.ts';
import { SaveButton } from './save-button.tsx';
import { TextAnswer } from './text-answer.tsx';
import { type Keeper, type OpenChoice, useResolving } from './use-resolving.ts';
import { fieldsInWords, labelOf, valueInWords } from './value-in-words.ts';

const useStyles = makeStyles({
  why: { margin: '0 0 20px', color: tokens.colorNeutralForeground2 },
  anew: { marginTop: '12px' },
});

/**
 * Two people have changed the same answers of an action: both versions side by side, a choice for each. Where
 * nothing has to be chosen it saves by itself.
 * @param props.mine what this person changed
 * @param props.base the version they changed
 * @param props.current the version that is there now
 * @param props.keeper the form behind it, where there is one
 */
export const ConflictForm = (props: {
  mine: ActionChange;
  base: PlanAction;
  current: PlanAction;
  keeper?: Keeper;
  onSaved(action: PlanAction): void;
  onClose(): void;
}) => {
  const styles = useStyles();
  const { words } = useTab();
  const { conflict, form } = words;
  const resolving = useResolving(props);
  const { mine, theirs, current, clashes, others, picks, anew, state, open, openBy } = resolving;
  const whole = useRef<HTMLDivElement>(null);
  const isUnchosen = state.is === 'unchosen';
  const first = open[0];
  useEffect(() => {
    if (isUnchosen && first)
      whole.current?.querySelector<HTMLElement>(`[data-field="${first}"] input`)?.focus();
  }, [isUnchosen, first]);

  const who = current.updatedBy.name || form.somebody;
  const why = (openBy: OpenChoice | null): string | null => {
    if (openBy === null) return null;
    if (openBy === 'tooLong') return form.faults.tooLong(planLimits.text);
    return openBy === 'required' ? form.faults.required : conflict.choose;
  };
  return (
    <Frame
      title={conflict.title}
      close={conflict.back}
      isWide
      isBusy={state.is === 'saving'}
      isUnsaved={resolving.isUnsaved}
      onSubmit={resolving.save}
      onClose={props.onClose}
      actions={
        <SaveButton
          is={state.is === 'unchosen' ? 'writing' : state.is === 'choosing' ? 'writing' : state.is}
          label={conflict.save}
        />
      }
    >
      <div ref={whole}>
        {isUnchosen && open.length > 0 && (
          <Notice kind="fault">{form.look(fieldsInWords(words, open))}</Notice>
        )}
        {state.is === 'troubled' && <RefusedNotice trouble={state.trouble} values={mine} />}
        {clashes.length > 0 && (
          <p className={styles.why}>{conflict.why(who, momentInWords(words.locale, current.updatedAt))}</p>
        )}
        {clashes.map((field) => {
          const options: Option<Pick>[] = [
            { value: 'mine', label: conflict.yours, text: valueInWords(words, field, mine) },
            { value: 'theirs', label: conflict.theirs(who), text: valueInWords(words, field, theirs) },
          ];
          if (isText(field)) {
            options.push({ value: 'anew', label: conflict.anew, text: conflict.anewHelp, isWhole: true });
          }
          return (
            <Choice
              key={field}
              name={field}
              legend={labelOf(words, field)}
              options={options}
              chosen={picks[field] ?? null}
              fault={isUnchosen ? why(openBy(field)) : null}
              onChoose={(pick) => resolving.choose(field, pick)}
            >
              {isText(field) && picks[field] === 'anew' && (
                <div className={styles.anew}>
                  <TextAnswer
                    name={`${field}-anew`}
                    label={labelOf(words, field)}
                    help=""
                    value={anew[field] ?? ''}
                    fault={null}
                    onChange={(text) => resolving.write(field, text)}
                  />
                </div>
              )}
            </Choice>
          );
        })}
        {others.length > 0 && <p className={styles.why}>{conflict.others(fieldsInWords(words, others))}</p>}
      </div>
    </Frame>
  );
};
