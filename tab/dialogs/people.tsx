import { Button, Field, makeStyles } from '@fluentui/react-components';
import { type ReactNode, useEffect, useId, useState } from 'react';
import type { Named } from '../../bot/plan/contract.ts';
import { useTab } from '../context.ts';
import { Chosen } from './people-chosen.tsx';
import { PeopleList } from './people-list.tsx';
import { useRoster } from './use-roster.ts';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px',
    '@media (pointer: coarse)': { '& button': { minHeight: '44px' } },
  },
  heard: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  whole: { position: 'relative', border: '0', padding: '0', margin: '0', minWidth: '0' },
});

/**
 * Chooses people: with Teams' own picker where the host has one, else from the team's people. Who has left stays
 * until somebody takes them off.
 */
export const People = (props: {
  name: string;
  label: string;
  help: string;
  chosen: readonly Named[];
  most: number;
  fault: string | null;
  /** Object ids of people known to have left; left out, the team's people are asked for where it matters. */
  left?: readonly string[] | undefined;
  isRequired?: boolean;
  /** More buttons beside *Choose people*. */
  beside?: ReactNode;
  onChange(chosen: Named[]): void;
}) => {
  const styles = useStyles();
  const { host, words } = useTab();
  const { people: said } = words;
  const { roster, ask } = useRoster();
  const [isOpen, setOpen] = useState(false);
  const [heard, setHeard] = useState('');
  const listId = useId();
  const labelId = useId();
  const { chosen, left } = props;

  const mustAsk = left === undefined && chosen.length > 0;
  useEffect(() => {
    if (mustAsk) ask();
  }, [mustAsk, ask]);

  const hasLeft = ({ id }: Named): boolean =>
    left ? left.includes(id) : roster.is === 'known' && !roster.people.some((person) => person.id === id);
  const take = (person: Named) => {
    props.onChange([...chosen, person]);
    setHeard(said.added(person.name));
  };
  const drop = (person: Named) => {
    props.onChange(chosen.filter(({ id }) => id !== person.id));
    setHeard(said.removed(person.name));
  };
  const choose = async () => {
    if (host.pickPeople === null) {
      ask();
      setOpen(!isOpen);
      return;
    }
    const staying = chosen.filter((person) => !hasLeft(person));
    const picked = await host
      .pickPeople(
        staying.map(({ id }) => id),
        false,
      )
      .catch(() => null);
    // The picker shows only who is in the team: who has left is not taken off by choosing others.
    if (picked !== null) props.onChange([...chosen.filter(hasLeft), ...picked]);
  };

  return (
    <fieldset data-field={props.name} aria-labelledby={labelId} className={styles.whole}>
      <Field
        label={{ id: labelId, children: props.label }}
        hint={props.help}
        required={props.isRequired ?? false}
        validationState={props.fault === null ? 'none' : 'error'}
        validationMessage={props.fault}
      >
        {({ 'aria-describedby': described }) => (
          <div>
            <Chosen chosen={chosen} hasLeft={hasLeft} onDrop={drop} />
            <div className={styles.row}>
              <Button
                onClick={() => void choose()}
                aria-describedby={described}
                {...(host.pickPeople === null && { 'aria-expanded': isOpen, 'aria-controls': listId })}
              >
                {isOpen ? said.hide : said.choose}
              </Button>
              {props.beside}
            </div>
          </div>
        )}
      </Field>
      {/* Outside of the field: within it every control would be called by the field's own name. */}
      {isOpen && (
        <PeopleList
          id={listId}
          roster={roster}
          chosen={chosen}
          most={props.most}
          onAsk={ask}
          onTake={take}
          onDrop={drop}
        />
      )}
      <div role="status" className={styles.heard}>
        {heard}
      </div>
    </fieldset>
  );
};
