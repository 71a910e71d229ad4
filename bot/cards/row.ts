import type { CardElement } from '@microsoft/teams.cards';
import type { Button } from './elements.ts';

/** One entry of a list: what it is, and at its end the button that opens it. */
export const row = (items: CardElement[], open: Button): CardElement => ({
  type: 'ColumnSet',
  separator: true,
  columns: [
    { type: 'Column', width: 'stretch', items },
    {
      type: 'Column',
      width: 'auto',
      verticalContentAlignment: 'Center',
      items: [{ type: 'ActionSet', actions: [open] }],
    },
  ],
});
