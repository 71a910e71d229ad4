import { useTab } from '../context.ts';
import type { Commands } from './use-commands.tsx';

/** A plan without actions: what a first one could be. */
export const EmptyPlan = ({ canEdit, commands }: { canEdit: boolean; commands: Commands }) => {
  const { empty } = useTab().words;
  if (!canEdit) return <p className="empty-text">{empty.readOnly}</p>;
  return (
    <section className="empty" aria-labelledby="empty-title">
      <h2 id="empty-title">{empty.title}</h2>
      <p className="empty-text">{empty.text}</p>
      <ul className="ideas">
        {empty.ideas.map(({ area, text }) => (
          <li key={area} className="idea">
            <h3>{area}</h3>
            <p>{text}</p>
            <button
              type="button"
              className="button is-outlined"
              aria-label={empty.ideaOf(area)}
              onClick={() => commands.add(area)}
            >
              {empty.use}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};
