import { memo } from 'react';
import { useTab } from '../context.ts';
import { ColumnHelp } from './column-help.tsx';
import { roles } from './roles.ts';
import { pressed, type Sort, sortKeys } from './view/sort.ts';

/** The template's columns in its order, with the status beside them. */
export const columnKeys = ['area', 'activities', 'who', 'due', 'outcome', 'status'] as const;

type Props = { sort: Sort; onSort: (sort: Sort) => void };

/** The columns' names, which sort where that helps, each with its question: behind a button, and in print. */
export const TableHead = memo(({ sort, onSort }: Props) => {
  const { words } = useTab();
  return (
    <thead role={roles.rowgroup} className="head">
      <tr role={roles.row} className="head-row">
        {columnKeys.map((key) => {
          const sortKey = sortKeys.find((each) => each === key);
          const { name, asks } = words.columns[key];
          return (
            <th
              key={key}
              role={roles.columnheader}
              scope="col"
              className={`head-cell cell-${key}`}
              aria-sort={sort.key !== key ? undefined : sort.descending ? 'descending' : 'ascending'}
            >
              {sortKey ? (
                <button type="button" className="sort" onClick={() => onSort(pressed(sort, sortKey))}>
                  {name}
                  <svg className="sort-mark on-screen" viewBox="0 0 8 10" aria-hidden="true">
                    <path d="M4 9V1M1 4l3-3 3 3" />
                  </svg>
                </button>
              ) : (
                <span className="sort">{name}</span>
              )}
              <ColumnHelp label={words.plan.askingOf(name)} text={asks} />
              <span className="asks on-paper">{asks}</span>
            </th>
          );
        })}
        <td role={roles.cell} className="head-cell cell-controls on-screen" />
      </tr>
    </thead>
  );
});
