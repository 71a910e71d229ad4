import type { PlanAction, PlanFacts } from '../../bot/plan/contract.ts';
import { SettingsDialog } from '../dialogs/settings.tsx';
import { usePlan } from './use-plan.ts';

type Props = {
  onSaved: (plan: PlanFacts) => void;
  onRestored: (action: PlanAction) => void;
  onClose: () => void;
};

/** The settings of the plan as it is now: it stays open while it is changed. */
export const SettingsNow = (props: Props) => {
  const seen = usePlan().data?.seen;
  return seen ? <SettingsDialog plan={seen.plan} me={seen.me} {...props} /> : null;
};
