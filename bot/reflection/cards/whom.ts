import type { CardElement } from '@microsoft/teams.cards';
import { choiceField, paragraph } from '../../cards/elements.ts';
import type { PersonId } from '../../people/person.ts';
import type { Words } from '../../words/words.ts';

/** A list of the people the bot knows, and beside it the client's own search where it has one. */
export const whomFields = (
  colleagues: readonly { id: PersonId; name: string }[],
  words: Words,
): CardElement[] => {
  const say = words.start;
  const known = colleagues.map(({ id, name }) => ({ title: name, value: id }));
  return [
    ...(known.length === 0
      ? [paragraph(say.nobody)]
      : [choiceField('who', say.withWhom, known, null, { placeholder: say.withWhomHint })]),
    choiceField(
      'whoElse',
      known.length === 0 ? say.withWhom : say.whoElse,
      // A list must have something in it, and clients without the search show it as it is.
      known.length === 0 ? [{ title: say.notListed, value: 'notListed' }] : known,
      null,
      {
        placeholder: say.whoElseHint,
        'choices.data': { type: 'Data.Query', dataset: 'graph.microsoft.com/users' },
      },
    ),
  ];
};
