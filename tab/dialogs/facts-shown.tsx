import { makeStyles, tokens } from '@fluentui/react-components';
import type { PlanFacts } from '../../bot/plan/contract.ts';
import { useTab } from '../context.ts';
import { listed } from './moments.ts';

const useStyles = makeStyles({
  name: { margin: '0 0 8px', fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  fact: { margin: '0 0 6px' },
  quiet: { margin: '10px 0 0', color: tokens.colorNeutralForeground2 },
});

/** The facts of a plan for somebody who may not change them; `isBare` without saying so. */
export const FactsShown = ({ plan, isBare = false }: { plan: PlanFacts; isBare?: boolean }) => {
  const styles = useStyles();
  const { settings, people, locale } = useTab().words;
  const managers = plan.managers.map(({ id, name }) =>
    plan.left.includes(id) ? `${name} (${people.hasLeft})` : name,
  );
  return (
    <>
      <p className={styles.name}>{plan.name}</p>
      <p className={styles.fact}>
        {managers.length === 0 ? settings.nobodyYet : settings.managedBy(listed(locale, managers))}
      </p>
      <p className={styles.fact}>{plan.guestsRead ? settings.guestsYes : settings.guestsNo}</p>
      {!isBare && <p className={styles.quiet}>{settings.readOnly}</p>}
    </>
  );
};
