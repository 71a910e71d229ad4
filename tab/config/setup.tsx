import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { type Named, type PlanSeen, planLimits } from '../../bot/plan/contract.ts';
import { useTab } from '../context.ts';
import { Notice } from '../dialogs/notice.tsx';
import { People } from '../dialogs/people.tsx';
import { TextAnswer } from '../dialogs/text-answer.tsx';
import { tidy } from '../dialogs/values.ts';
import { useHostSave } from './use-host-save.ts';

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: '20px' },
  below: { margin: '0', color: tokens.colorNeutralForeground2 },
});

/** The plan's name and who manages it. Nobody is chosen beforehand, the person who sets it up neither. */
export const Setup = ({ seen, onQuicker }: { seen: PlanSeen; onQuicker(): void }) => {
  const styles = useStyles();
  const { api, host, words } = useTab();
  const { config, people, form } = words;
  const [name, setName] = useState(seen.plan.name || host.place.teamName);
  const [managers, setManagers] = useState<Named[]>([]);
  const [fault, setFault] = useState<string | null>(null);
  // A plan without a manager, but with actions, stands already: only its managers are to be named.
  const stands = seen.actions.length > 0;
  const isNameFit = tidy(name) !== '' && tidy(name).length <= planLimits.name;
  const isReady = (stands || isNameFit) && managers.length > 0 && managers.length <= planLimits.managers;

  const trouble = useHostSave(isReady, async () => {
    setFault(null);
    const { channelId } = host.place;
    const answer = await api.set(
      {
        ...(!stands && { name: tidy(name) }),
        managers: managers.map(({ id }) => ({ id })),
        ...(channelId !== null && { tabChannel: channelId }),
      },
      seen.plan.etag,
    );
    if (!answer.ok && answer.trouble.kind === 'stale') onQuicker();
    if (!answer.ok && answer.trouble.kind === 'unfit') {
      const one = answer.trouble.faults.find(({ code }) => code === 'notAMember');
      const person = one && managers[Number(one.field.split('.')[1])];
      if (one) setFault(person ? form.faults.notAMemberNamed(person.name) : form.faults.notAMember);
    }
    return answer;
  });

  const { me } = seen;
  const isMeChosen = managers.some(({ id }) => id === me.id);
  const addMe = async () => {
    const roster = await api.members();
    const mine = roster.ok ? roster.value.find(({ id }) => id === me.id)?.name : undefined;
    setManagers((before) =>
      before.some(({ id }) => id === me.id) ? before : [...before, { id: me.id, name: mine ?? people.you }],
    );
  };

  return (
    <div className={styles.all}>
      {trouble !== null && <Notice kind="fault">{trouble}</Notice>}
      {!stands && (
        <TextAnswer
          name="name"
          label={config.name}
          help={config.nameHelp}
          isLine
          isRequired
          most={planLimits.name}
          value={name}
          fault={tidy(name) === '' ? form.faults.required : null}
          onChange={setName}
        />
      )}
      <People
        name="managers"
        label={config.managers}
        help={config.managersHelp}
        isRequired
        chosen={managers}
        most={planLimits.managers}
        left={[]}
        fault={fault}
        onChange={(chosen) => {
          setManagers(chosen);
          setFault(null);
        }}
        beside={!isMeChosen && <Button onClick={() => void addMe()}>{people.me}</Button>}
      />
      <p className={styles.below} role="status">
        {isReady ? config.ready : config.unready}
      </p>
    </div>
  );
};
