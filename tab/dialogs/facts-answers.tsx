import { Checkbox, Field, makeStyles } from '@fluentui/react-components';
import { planLimits } from '../../bot/plan/contract.ts';
import { useTab } from '../context.ts';
import type { Words } from '../words/words.ts';
import { Choice } from './choice.tsx';
import { type FactFault, type FactField, type Facts, factsOf } from './facts.ts';
import { listed } from './moments.ts';
import { Notice } from './notice.tsx';
import { People } from './people.tsx';
import { TextAnswer } from './text-answer.tsx';
import type { FactsEditing } from './use-facts.ts';

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: '20px' },
  help: { marginLeft: '32px' },
});

const sentence = ({ form }: Words, field: FactField, fault: FactFault | undefined): string | null => {
  if (fault === undefined) return null;
  if (fault === 'required' && field === 'managers') return form.faults.needsManager;
  if (fault === 'tooLong') return form.faults.tooLong(planLimits.name);
  if (fault === 'tooMany') return form.faults.tooMany(planLimits.managers);
  return form.faults[fault];
};

const inWords = ({ conflict, settings, locale }: Words, field: FactField, facts: Facts): string => {
  if (field === 'name') return facts.name || conflict.empty;
  if (field === 'guestsRead') return facts.guestsRead ? settings.yes : settings.no;
  return listed(
    locale,
    facts.managers.map(({ name }) => name),
  );
};

/** Name, managers, and whether guests read; what was changed at the same moment first, to choose from. */
export const FactsAnswers = ({ editing, only }: { editing: FactsEditing; only: FactField | null }) => {
  const styles = useStyles();
  const { words } = useTab();
  const { settings, form } = words;
  const { facts, faults, trouble, clash } = editing;
  const legends = { name: settings.name, managers: settings.managers, guestsRead: settings.guests };
  const shows = (field: FactField) => only === null || only === field;
  return (
    <div className={styles.all}>
      {trouble && (
        <Notice kind="fault">
          {trouble.kind === 'unfit' || trouble.kind === 'stale' || trouble.kind === 'gone'
            ? form.trouble.broken
            : form.trouble[trouble.kind]}
        </Notice>
      )}
      {clash && (
        <div>
          <Notice kind="fault">{settings.changed}</Notice>
          {clash.fields.map((field) => (
            <Choice
              key={field}
              name={`${field}-choice`}
              legend={legends[field]}
              options={[
                { value: 'mine', label: settings.mine, text: inWords(words, field, clash.mine) },
                {
                  value: 'theirs',
                  label: settings.theirs,
                  text: inWords(words, field, factsOf(clash.current)),
                },
              ]}
              chosen={clash.picks[field] ?? null}
              fault={null}
              onChoose={(pick) => editing.choose(field, pick)}
            />
          ))}
        </div>
      )}
      {shows('name') && (
        <TextAnswer
          name="name"
          label={settings.name}
          help=""
          isLine
          isRequired
          most={planLimits.name}
          value={facts.name}
          fault={sentence(words, 'name', faults.name)}
          onChange={(name) => editing.set({ name })}
        />
      )}
      <People
        name="managers"
        label={settings.managers}
        help={settings.managersHelp}
        isRequired
        chosen={facts.managers}
        most={planLimits.managers}
        left={editing.base.left}
        fault={sentence(words, 'managers', faults.managers)}
        onChange={(managers) => editing.set({ managers })}
      />
      {shows('guestsRead') && (
        <Field hint={{ children: settings.guestsHelp, className: styles.help }}>
          <Checkbox
            label={settings.guests}
            checked={facts.guestsRead}
            onChange={(_event, { checked }) => editing.set({ guestsRead: checked === true })}
          />
        </Field>
      )}
    </div>
  );
};
