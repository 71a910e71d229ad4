import type { Found } from './found.ts';
import { Message } from './message.tsx';
import type { Words } from './words/words.ts';

type Props = { found: Exclude<Found, { host: unknown }>; words: Words };

/** What the page says where there is no host around it. */
export const NoHost = ({ found, words }: Props) => {
  const { outsideTeams, silent, local } = words;
  if (found.noHost === 'noTeam') return <Message title={outsideTeams.title} text={outsideTeams.noTeam} />;
  if (found.noHost === 'silent') {
    const again = { label: words.trouble.retry, onPress: () => location.reload() };
    return <Message title={silent.title} text={silent.text} action={again} />;
  }
  if (found.noHost === 'choose') {
    const { people, team } = found.stage;
    return (
      <Message title={local.title} text={people.length > 0 ? local.text : local.none}>
        <ul className="message-choices">
          {people.map(({ id, name }) => (
            <li key={id}>
              <a href={`?${new URLSearchParams({ as: id, ...(team ? { plan: team.id } : {}) })}`}>{name}</a>
            </li>
          ))}
        </ul>
      </Message>
    );
  }
  return (
    <Message title={outsideTeams.title} text={outsideTeams.text}>
      <ol>
        {outsideTeams.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>
        <a href="https://teams.microsoft.com/">{outsideTeams.open}</a>
      </p>
    </Message>
  );
};
