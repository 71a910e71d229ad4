import { useTab } from './context.ts';

/** The outline of a plan, as the page's own HTML has it, until the first rows are there. */
export const FirstSight = () => {
  const { words } = useTab();
  return (
    <div className="first-sight" role="status" aria-label={words.plan.loading}>
      <div className="first-sight-title" />
      <div className="first-sight-name" />
      <div className="first-sight-row" />
      <div className="first-sight-row" />
      <div className="first-sight-row" />
      <div className="first-sight-row" />
    </div>
  );
};
