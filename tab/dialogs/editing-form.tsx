import { type ReactNode, useRef } from 'react';
import type { PlanAction } from '../../bot/plan/contract.ts';
import { useTab } from '../context.ts';
import { ConflictForm } from './conflict-form.tsx';
import { faultSentence } from './faults.ts';
import { Frame } from './frame.tsx';
import { Joined } from './joined.tsx';
import { SaveButton } from './save-button.tsx';
import { Shell } from './shell.tsx';
import { StandingNotice } from './standing-notice.tsx';
import type { Editing } from './use-editing.ts';
import { halfTyped, useFaultFocus } from './use-fault-focus.ts';
import { changedFields, changeOf, type FormField, valuesOf } from './values.ts';

/**
 * What all forms about an action share: its answers in a dialog, the way from a failed try back to them, and what
 * becomes of a clash.
 */
export const EditingForm = (props: EditingFormProps) => (
  <Shell>
    <Standings {...props} />
  </Shell>
);

type EditingFormProps = {
  title: string;
  save: string;
  editing: Editing;
  onSaved(action: PlanAction): void;
  onClose(): void;
  children(faultOf: (field: FormField) => string | null): ReactNode;
};

const Standings = (props: EditingFormProps) => {
  const { words } = useTab();
  const { editing } = props;
  const { standing, values } = editing;
  const whole = useRef<HTMLDivElement>(null);
  useFaultFocus(whole, standing);

  if (standing.is === 'clashed') {
    const { base, mine, current } = standing.clash;
    const changed = changedFields(valuesOf(base), mine);
    // People keep their names, which a draft alone would not have.
    const draft = { ...changeOf(mine, changed), ...(changed.includes('who') && { who: mine.who }) };
    const saved = (action: PlanAction) => {
      editing.discard();
      props.onSaved(action);
    };
    const keeper = { anew: editing.anew, write: editing.writeAnew, move: editing.moveOn };
    return (
      <ConflictForm
        mine={draft}
        base={base}
        current={current}
        keeper={keeper}
        onSaved={saved}
        onClose={editing.goOn}
      />
    );
  }
  if (standing.is === 'joined') {
    const { saved } = standing;
    return <Joined title={props.title} saved={saved} onClose={() => props.onSaved(saved.action)} />;
  }
  const faultOf = (field: FormField): string | null => {
    const fault = standing.is === 'faulty' ? standing.faults[field] : undefined;
    return fault ? faultSentence(words, field, fault, values) : null;
  };
  const isGone = standing.is === 'troubled' && standing.trouble.kind === 'gone';
  return (
    <Frame
      title={props.title}
      close={words.form.cancel}
      isBusy={standing.is === 'saving'}
      isUnsaved={editing.isUnsaved}
      onSubmit={() => !isGone && editing.save(halfTyped(whole.current))}
      onDiscard={editing.discard}
      onClose={props.onClose}
      actions={isGone ? null : <SaveButton is={standing.is} label={props.save} />}
    >
      <div ref={whole}>
        <StandingNotice editing={editing} />
        {props.children(faultOf)}
      </div>
    </Frame>
  );
};
