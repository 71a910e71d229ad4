import { Field, Input, makeStyles, Select } from '@fluentui/react-components';
import { type ActionText, planLimits, statuses } from '../../bot/plan/contract.ts';
import { useTab } from '../context.ts';
import { Group } from './group.tsx';
import { OutcomeAnswers } from './outcome-answers.tsx';
import { People } from './people.tsx';
import { TextAnswer } from './text-answer.tsx';
import { helpOf, labelOf } from './value-in-words.ts';
import type { FormField, Values } from './values.ts';

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: '20px' },
  short: { maxWidth: '240px' },
});

/** All answers of an action, in the order of the template's columns; how it ended only where it is done. */
export const ActionAnswers = (props: {
  values: Values;
  hint?: string | undefined;
  left?: readonly string[] | undefined;
  /** The date as it is saved; null where there is none yet. */
  dueOn: string | null;
  faultOf(field: FormField): string | null;
  onChange(patch: Partial<Values>): void;
}) => {
  const styles = useStyles();
  const { words } = useTab();
  const { form, columns } = words;
  const { values, faultOf, onChange } = props;
  const text = (name: ActionText) => ({
    name,
    label: labelOf(words, name),
    help: helpOf(words, name),
    value: values[name],
    fault: faultOf(name),
    onChange: (value: string) => onChange({ [name]: value }),
  });
  const checked = (name: FormField) => {
    const fault = faultOf(name);
    return { validationState: fault === null ? 'none' : 'error', validationMessage: fault } as const;
  };

  return (
    <div className={styles.all}>
      <TextAnswer {...text('area')} isColumn isRequired placeholder={props.hint ?? ''} />
      <TextAnswer {...text('activities')} isColumn />
      <Group title={columns.who.name} help={columns.who.asks}>
        <People
          name="who"
          label={labelOf(words, 'who')}
          help={form.help.who}
          chosen={values.who}
          most={planLimits.who}
          left={props.left}
          fault={faultOf('who')}
          onChange={(who) => onChange({ who })}
        />
        <TextAnswer {...text('support')} />
      </Group>
      <Group title={columns.due.name} help={columns.due.asks} isPair>
        <div data-field="dueOn">
          <Field label={labelOf(words, 'dueOn')} {...checked('dueOn')}>
            <Input
              type="date"
              min="2000-01-01"
              max="2100-12-31"
              value={values.dueOn ?? ''}
              onChange={(_event, { value }) => onChange({ dueOn: value === '' ? null : value })}
            />
          </Field>
        </div>
        {props.dueOn !== null && props.dueOn !== values.dueOn && (
          <TextAnswer
            name="moveReason"
            label={labelOf(words, 'moveReason')}
            help={form.help.moveReason}
            isLine
            value={values.moveReason}
            fault={faultOf('moveReason')}
            onChange={(moveReason) => onChange({ moveReason })}
          />
        )}
        <TextAnswer {...text('timescale')} isLine />
      </Group>
      <TextAnswer {...text('outcome')} isColumn />
      <div data-field="status" className={styles.short}>
        <Field label={{ children: labelOf(words, 'status'), weight: 'semibold' }} {...checked('status')}>
          <Select
            value={values.status}
            onChange={(_event, { value }) =>
              onChange({ status: statuses.find((status) => status === value) ?? values.status })
            }
          >
            {statuses.map((status) => (
              <option key={status} value={status}>
                {words.status[status]}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      {values.status === 'done' && (
        <Group title={form.inTheEnd} help={form.inTheEndHelp}>
          <OutcomeAnswers values={values} faultOf={faultOf} onChange={onChange} />
        </Group>
      )}
    </div>
  );
};
