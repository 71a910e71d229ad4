import { Field, makeStyles, Radio, RadioGroup } from '@fluentui/react-components';
import { outcomesMet } from '../../bot/plan/contract.ts';
import { useTab } from '../context.ts';
import { TextAnswer } from './text-answer.tsx';
import { helpOf, labelOf } from './value-in-words.ts';
import type { Values } from './values.ts';

const none = 'none';
const useStyles = makeStyles({
  choices: {
    '@media (pointer: coarse)': { '& .fui-Radio': { minHeight: '44px', alignItems: 'center' } },
  },
});

/** The answer to the outcome question, and what was seen; neither has to be given. */
export const OutcomeAnswers = (props: {
  values: Values;
  faultOf(field: 'outcomeMet' | 'outcomeSeen'): string | null;
  onChange(patch: Partial<Values>): void;
}) => {
  const styles = useStyles();
  const { words } = useTab();
  const { form } = words;
  const fault = props.faultOf('outcomeMet');
  return (
    <>
      <div data-field="outcomeMet">
        <Field
          label={labelOf(words, 'outcomeMet')}
          validationState={fault === null ? 'none' : 'error'}
          validationMessage={fault}
        >
          <RadioGroup
            className={styles.choices}
            value={props.values.outcomeMet ?? none}
            onChange={(_event, { value }) =>
              props.onChange({ outcomeMet: outcomesMet.find((answer) => answer === value) ?? null })
            }
          >
            <Radio value={none} label={form.unanswered} />
            {outcomesMet.map((answer) => (
              <Radio key={answer} value={answer} label={words.outcomesMet[answer]} />
            ))}
          </RadioGroup>
        </Field>
      </div>
      <TextAnswer
        name="outcomeSeen"
        label={labelOf(words, 'outcomeSeen')}
        help={helpOf(words, 'outcomeSeen')}
        value={props.values.outcomeSeen}
        fault={props.faultOf('outcomeSeen')}
        onChange={(value) => props.onChange({ outcomeSeen: value })}
      />
    </>
  );
};
