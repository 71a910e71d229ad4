import { memo } from 'react';
import { useTab } from '../context.ts';
import { columnKeys } from './table-head.tsx';

/** The plan's title, and whose it is; where there are no column headers, what each column asks. */
export const PlanHead = memo(({ name }: { name: string }) => {
  const { words } = useTab();
  return (
    <header className="plan-head">
      <h1 tabIndex={-1}>{words.title}</h1>
      <p className="plan-name">{name}</p>
      <details className="questions on-screen">
        <summary>{words.plan.allColumns}</summary>
        <dl>
          {columnKeys.map((key) => (
            <div key={key}>
              <dt>{words.columns[key].name}</dt>
              <dd>{words.columns[key].asks}</dd>
            </div>
          ))}
        </dl>
      </details>
    </header>
  );
});
