import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useRef } from 'react';
import type { Named } from '../../bot/plan/contract.ts';
import { useTab } from '../context.ts';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '6px',
    listStyleType: 'none',
    margin: '2px 0 8px',
    padding: '0',
  },
  chip: {
    display: 'flex',
    alignItems: 'center',
    maxWidth: '100%',
    paddingLeft: '12px',
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  name: { padding: '4px 0', overflowWrap: 'anywhere' },
  left: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  drop: {
    borderRadius: tokens.borderRadiusCircular,
    '@media (pointer: coarse)': { minHeight: '44px', minWidth: '44px' },
  },
  none: { color: tokens.colorNeutralForeground2, marginBottom: '8px' },
});

const Cross = () => (
  <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
    <path d="M2 2l8 8M10 2l-8 8" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
  </svg>
);

/** The people chosen, each with a button that takes them off. */
export const Chosen = (props: {
  chosen: readonly Named[];
  hasLeft(person: Named): boolean;
  onDrop(person: Named): void;
}) => {
  const styles = useStyles();
  const { people } = useTab().words;
  const list = useRef<HTMLUListElement>(null);
  if (props.chosen.length === 0) return <div className={styles.none}>{people.none}</div>;

  /** The button that was pressed goes away: the focus moves to its neighbour, or to the button below the list. */
  const drop = (person: Named, index: number) => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const next = buttons[index + 1] ?? buttons[index - 1];
    const below = list.current?.parentElement?.querySelector<HTMLElement>('ul ~ div button');
    (next ?? below)?.focus();
    props.onDrop(person);
  };

  return (
    <ul className={styles.list} ref={list}>
      {props.chosen.map((person, index) => (
        <li key={person.id} className={styles.chip}>
          <span className={styles.name}>
            {person.name}
            {props.hasLeft(person) && <span className={styles.left}> ({people.hasLeft})</span>}
          </span>
          <Button
            className={styles.drop}
            appearance="transparent"
            size="small"
            icon={<Cross />}
            aria-label={people.remove(person.name)}
            onClick={() => drop(person, index)}
          />
        </li>
      ))}
    </ul>
  );
};
