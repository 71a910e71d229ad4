import { memo, type ReactNode, useId, useState } from 'react';
import { type Named, statuses } from '../../bot/plan/contract.ts';
import { useTab } from '../context.ts';
import { dues, type Filters, isFiltering, noFilters } from './view/filters.ts';
import { type Sort, sortKeys } from './view/sort.ts';

type Props = {
  filters: Filters;
  onFilters: (filters: Filters) => void;
  people: readonly Named[];
  sort: Sort;
  onSort: (sort: Sort) => void;
};

/** Looking for actions, and, where there are no column headers, their order; folded where there is little room. */
export const FilterBar = memo(({ filters, onFilters, people, sort, onSort }: Props) => {
  const { filter, sort: sorting, status } = useTab().words;
  const [isOpen, setOpen] = useState(false);
  const set = (part: Partial<Filters>): void => onFilters({ ...filters, ...part });
  const orders = sortKeys.flatMap((key) => [
    { key, descending: false },
    { key, descending: true },
  ]);
  return (
    <search className="filters on-screen">
      <button
        type="button"
        className="quiet filters-fold"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {filter.heading}
      </button>
      <div className={`filters-fields ${isOpen ? 'is-open' : ''}`}>
        <Labelled label={filter.text}>
          {(id) => (
            <input
              id={id}
              className="field"
              type="search"
              autoComplete="off"
              placeholder={filter.textHint}
              value={filters.text}
              onChange={({ target }) => set({ text: target.value })}
            />
          )}
        </Labelled>
        <Choice label={filter.person} value={filters.person} onChoice={(person) => set({ person })}>
          {[
            ['any', filter.anybody],
            ...people.map(({ id, name }): [string, string] => [id, name]),
            ['nobody', filter.nobodyYet],
          ]}
        </Choice>
        <Choice label={filter.status} value={filters.status} onChoice={(chosen) => set({ status: chosen })}>
          {[
            ['any', filter.anyStatus],
            ['open', filter.open],
            ...statuses.map((each): [Filters['status'], string] => [each, status[each]]),
          ]}
        </Choice>
        <Choice label={filter.due} value={filters.due} onChoice={(due) => set({ due })}>
          {dues.map((due) => [due, due === 'any' ? filter.anyTime : filter[due]])}
        </Choice>
        <div className="filters-sort">
          <Choice
            label={sorting.label}
            value={nameOf(sort)}
            onChoice={(name) => onSort(orders.find((order) => nameOf(order) === name) ?? sort)}
          >
            {orders.map((order) => {
              const name = sorting[order.key];
              return [nameOf(order), order.descending ? sorting.descending(name) : name];
            })}
          </Choice>
        </div>
        {isFiltering(filters) && (
          <button type="button" className="quiet filters-clear" onClick={() => onFilters(noFilters)}>
            {filter.clear}
          </button>
        )}
      </div>
    </search>
  );
});

const nameOf = ({ key, descending }: Sort): string => `${key}${descending ? '-' : ''}`;

const Labelled = ({ label, children }: { label: string; children: (id: string) => ReactNode }) => {
  const id = useId();
  return (
    <div className="labelled">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
};

type ChoiceProps<Value extends string> = {
  label: string;
  value: Value;
  onChoice: (value: Value) => void;
  children: readonly (readonly [Value, string])[];
};

const Choice = <Value extends string>({ label, value, onChoice, children }: ChoiceProps<Value>) => (
  <Labelled label={label}>
    {(id) => (
      <select
        id={id}
        className="field"
        value={value}
        onChange={({ target }) => {
          const chosen = children.find(([each]) => each === target.value);
          if (chosen) onChoice(chosen[0]);
        }}
      >
        {children.map(([each, name]) => (
          <option key={each} value={each}>
            {name}
          </option>
        ))}
      </select>
    )}
  </Labelled>
);
