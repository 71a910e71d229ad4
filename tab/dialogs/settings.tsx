import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { Me, PlanAction, PlanFacts } from '../../bot/plan/contract.ts';
import { useTab } from '../context.ts';
import { EmptyPlan } from './empty-plan.tsx';
import { FactsAnswers } from './facts-answers.tsx';
import { FactsShown } from './facts-shown.tsx';
import { Frame } from './frame.tsx';
import { HistoryDialog } from './history.tsx';
import { momentInWords } from './moments.ts';
import { Notice } from './notice.tsx';
import { RemovedList } from './removed-list.tsx';
import { SaveButton } from './save-button.tsx';
import { Shell } from './shell.tsx';
import { useFacts } from './use-facts.ts';

const useStyles = makeStyles({
  section: {
    marginTop: '28px',
    paddingTop: '16px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  heading: { margin: '0 0 8px', fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
});

/**
 * The plan's own side: name, managers and guests (to be changed by managers, or the managers alone by anybody
 * where none is left), deleted actions, its history, and emptying it.
 */
export const SettingsDialog = (props: SettingsProps) => (
  <Shell>
    <Settings {...props} />
  </Shell>
);

type SettingsProps = {
  plan: PlanFacts;
  me: Me;
  onSaved(plan: PlanFacts): void;
  onRestored(action: PlanAction): void;
  onClose(): void;
};

const Settings = (props: SettingsProps) => {
  const { words } = useTab();
  const { settings, removed } = words;
  const { me, onSaved } = props;
  const [showsHistory, setShowsHistory] = useState(false);
  const editing = useFacts(props.plan, onSaved);
  const plan = editing.base;
  const emptied = (changed: PlanFacts) => {
    editing.take(changed);
    onSaved(changed);
  };
  if (showsHistory) return <HistoryDialog action={null} onClose={() => setShowsHistory(false)} />;

  const maySet = me.isManager || me.mayAppoint;
  return (
    <Frame
      title={settings.title}
      close={settings.close}
      isBusy={editing.is === 'saving'}
      isUnsaved={maySet && editing.isUnsaved}
      onDiscard={editing.discard}
      onClose={props.onClose}
      {...(maySet && { onSubmit: () => void editing.save() })}
      actions={
        maySet && (
          <SaveButton
            is={editing.trouble ? 'troubled' : editing.is === 'saved' ? 'writing' : editing.is}
            label={settings.save}
          />
        )
      }
    >
      {maySet && editing.keptAt !== null && (
        <Notice kind="calm" action={<Button onClick={editing.dropKept}>{words.form.dropKept}</Button>}>
          {words.form.kept(momentInWords(words.locale, editing.keptAt))}
        </Notice>
      )}
      {editing.is === 'saved' && <Notice kind="calm">{settings.saved}</Notice>}
      {!me.isManager && me.mayAppoint && (
        <Notice kind="calm">
          {plan.managers.length === 0 ? settings.nobodyYet : settings.nobodyManages} {settings.youMayName}
        </Notice>
      )}
      {maySet ? (
        <FactsAnswers editing={editing} only={me.isManager ? null : 'managers'} />
      ) : (
        <FactsShown plan={plan} />
      )}
      {me.canEdit && (
        <Section title={removed.title}>
          <RemovedList onRestored={props.onRestored} />
        </Section>
      )}
      <Section title={settings.history}>
        <Button onClick={() => setShowsHistory(true)}>{settings.showHistory}</Button>
      </Section>
      {me.isManager && (
        <Section title={removed.empty.title}>
          <EmptyPlan plan={plan} onEmptied={emptied} />
        </Section>
      )}
    </Frame>
  );
};

const Section = ({ title, children }: { title: string; children: ReactNode }) => {
  const styles = useStyles();
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{title}</h3>
      {children}
    </section>
  );
};
