import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useTab } from '../context.ts';

const useStyles = makeStyles({
  title: { margin: '0 0 8px', fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  why: { margin: '0 0 12px' },
  steps: { margin: '0 0 16px', paddingLeft: '24px', '& li': { marginBottom: '6px' } },
});

/** The bot is not in this channel or team, or the person is not: how that can be mended. */
export const NotHere = ({ onAgain }: { onAgain(): void }) => {
  const styles = useStyles();
  const { host, words } = useTab();
  const { config } = words;
  const isOwn = host.place.channelKind !== 'standard';
  const said = isOwn ? config.channel : config.team;
  return (
    <section role="alert">
      <h2 className={styles.title}>{said.title}</h2>
      <p className={styles.why}>{said.why}</p>
      {isOwn && (
        <ol className={styles.steps}>
          {config.channel.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      <Button onClick={onAgain}>{config.again}</Button>
    </section>
  );
};
