import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { View } from '../view.ts';
import { closedCard } from './closed.ts';
import type { Setting } from './frame.ts';
import { invitationCard } from './invitation.ts';
import { outcomeCard } from './outcome.ts';
import { outsideCard } from './outside.ts';
import { agreeingCard, proposedCard } from './proposal.ts';
import { readThroughCard } from './read-through.ts';
import { savedCard } from './saved.ts';
import { fullCard, sideBySideCard } from './side-by-side.ts';
import { stepCard } from './step.ts';
import { listeningCard, showingCard, togetherConfirmCard, togetherPlaceCard } from './together.ts';
import { sharedCard, withPractitionerCard } from './waiting.ts';

/** The card of a view: a pure function, so that what the view does not hold cannot be shown. */
export const draw = (view: View, setting: Setting): IAdaptiveCard => {
  switch (view.screen) {
    case 'invited':
      return invitationCard(view, setting);
    case 'step':
      return stepCard(view, setting);
    case 'saved':
      return savedCard(view, setting);
    case 'read':
      return readThroughCard(view, setting);
    case 'togetherConfirm':
      return togetherConfirmCard(view, setting);
    case 'togetherPlace':
      return togetherPlaceCard(view, setting);
    case 'showing':
      return showingCard(view, setting);
    case 'listening':
      return listeningCard(view, setting);
    case 'shared':
      return sharedCard(view, setting);
    case 'withPractitioner':
      return withPractitionerCard(view, setting);
    case 'outside':
      return outsideCard(view, setting);
    case 'sideBySide':
      return sideBySideCard(view, setting);
    case 'full':
      return fullCard(view, setting);
    case 'outcome':
      return outcomeCard(view, setting);
    case 'proposed':
      return proposedCard(view, setting);
    case 'agreeing':
      return agreeingCard(view, setting);
    case 'closed':
      return closedCard(view, setting);
  }
};
