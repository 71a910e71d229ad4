import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { asTyped, button, card, choiceField, paragraph, small, title } from '../../cards/elements.ts';
import type { Setting } from '../../plan/cards/setting.ts';
import { shortened } from '../../plan/cards/shortened.ts';
import type { Named } from '../../plan/contract.ts';
import { aboutOf, type Kind, type Shown } from './shown.ts';

/** Bytes that the list may take up, so that the whole card stays under 28 KB. */
const room = 12_000;

/** Who of the team takes an action on. */
export const giveCard = (
  { shown, kind, members }: { shown: Shown; kind: Kind; members: readonly Named[] },
  setting: Setting,
): IAdaptiveCard => {
  const { words } = setting;
  const say = words.reminders.line;
  const { plan, action } = shown;
  const data = { plan: plan.id, action: action.id, etag: action.etag, kind };
  const choices = fitting(members);
  return card(
    [
      title(asTyped(shortened(action.area, 300))),
      small(aboutOf(shown, kind, setting)),
      paragraph(say.giveLead),
      choiceField('who', say.giveTo, choices, null, { placeholder: say.giveHint }),
      ...(choices.length < members.length ? [small(say.giveMore)] : []),
    ],
    [
      button(say.giveNow, 'remind.give', data, { style: 'positive' }),
      button(say.notNow, 'remind.line', data),
    ],
  );
};

const fitting = (members: readonly Named[]): { title: string; value: string }[] => {
  const choices: { title: string; value: string }[] = [];
  let taken = 0;
  for (const { id, name } of members) {
    const choice = { title: shortened(name, 60), value: id };
    taken += new TextEncoder().encode(JSON.stringify(choice)).length;
    if (taken > room) break;
    choices.push(choice);
  }
  return choices;
};
