import { Button, Checkbox, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { Named } from '../../bot/plan/contract.ts';
import { useTab } from '../context.ts';
import { mostShown, peopleFound } from './people-search.ts';
import type { Roster } from './use-roster.ts';

const useStyles = makeStyles({
  panel: {
    marginTop: '8px',
    padding: '12px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  search: { width: '100%' },
  found: { margin: '8px 0 4px', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  list: {
    border: '0',
    margin: '0',
    padding: '0',
    minWidth: '0',
    maxHeight: 'min(240px, 40dvh)',
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    '@media (pointer: coarse)': { '& .fui-Checkbox': { minHeight: '44px', alignItems: 'center' } },
  },
});

/** The team's people to tick, with a box that narrows them down. */
export const PeopleList = (props: {
  id: string;
  roster: Roster;
  chosen: readonly Named[];
  most: number;
  onAsk(): void;
  onTake(person: Named): void;
  onDrop(person: Named): void;
}) => {
  const styles = useStyles();
  const { people: said } = useTab().words;
  const [typed, setTyped] = useState('');
  const search = useRef<HTMLInputElement | null>(null);
  const panel = useRef<HTMLDivElement>(null);
  const { roster, chosen, most } = props;
  // As a function: the type of this input's ref takes no ref object.
  const keepSearch = (input: HTMLInputElement | null) => {
    search.current = input;
  };
  const isKnown = roster.is === 'known';
  useEffect(() => {
    if (!isKnown) return;
    search.current?.focus();
    panel.current?.scrollIntoView({ block: 'nearest' });
  }, [isKnown]);

  if (roster.is === 'unreachable') {
    return (
      <div id={props.id} className={styles.panel}>
        <div role="alert">{said.unreachable}</div>
        <Button onClick={props.onAsk}>{said.again}</Button>
      </div>
    );
  }
  if (roster.is !== 'known') {
    return (
      <div id={props.id} className={styles.panel} role="status">
        {said.asking}
      </div>
    );
  }
  const all = peopleFound(roster.people, typed);
  const shown = all.slice(0, mostShown);
  const isFull = chosen.length >= most;
  const line = isFull
    ? said.enough(most)
    : all.length === 0
      ? said.nobody
      : said.found(shown.length, all.length);
  return (
    <div id={props.id} ref={panel} className={styles.panel}>
      <Input
        ref={keepSearch}
        className={styles.search}
        type="search"
        autoComplete="off"
        aria-label={said.search}
        placeholder={said.search}
        value={typed}
        onChange={(_event, { value }) => setTyped(value)}
        // Enter looks for somebody; it does not send the form around it.
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
      <div role="status" className={styles.found}>
        {line}
      </div>
      <fieldset aria-label={said.list} className={styles.list}>
        {shown.map((person) => {
          const isChosen = chosen.some(({ id }) => id === person.id);
          return (
            <Checkbox
              key={person.id}
              label={person.name}
              checked={isChosen}
              disabled={isFull && !isChosen}
              onChange={() => (isChosen ? props.onDrop(person) : props.onTake(person))}
            />
          );
        })}
      </fieldset>
    </div>
  );
};
