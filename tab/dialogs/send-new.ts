import type { ActionDraft } from '../../bot/plan/contract.ts';
import type { Api, Trouble } from '../api/api.ts';
import { type Sent, sendChange } from './send.ts';
import { emptyValues, newDraftOf, type Values, withDraft } from './values.ts';

/** After these nobody knows whether the server has it. */
const leavesUnsure = ({ kind }: Trouble): boolean =>
  kind === 'offline' || kind === 'busy' || kind === 'broken';

/** The key stands for something else already; under it this could never be added. */
const isKeyUsed = (trouble: Trouble): boolean => trouble.kind === 'broken' && trouble.status === 409;

export type SentNew = {
  sent: Sent;
  /** What may have been added without an answer that says so. */
  unsure: ActionDraft | null;
  /** The key under which it is to be sent from now on. */
  key: string;
};

/**
 * Adds an action. `unsure` is what an earlier try sent under the same key without hearing how it went: it goes
 * first, so that what was written since becomes a change of that action and not a second one.
 * @param newKey makes another key, for one that turns out to stand for something else
 */
export const sendNew = async (
  api: Api,
  values: Values,
  key: string,
  unsure: ActionDraft | null,
  newKey: () => string,
): Promise<SentNew> => {
  if (unsure !== null) {
    const first = await api.add(unsure, key);
    if (first.ok) {
      const added = first.value;
      const nameOf = (id: string) => values.who.find((person) => person.id === id)?.name ?? '';
      const base = { ...added, ...withDraft(emptyValues, unsure, nameOf) };
      return { sent: await sendChange(api, base, values, added), unsure, key };
    }
    const wasRefused = first.trouble.kind === 'unfit' || isKeyUsed(first.trouble);
    if (!wasRefused) return { sent: { did: 'failed', trouble: first.trouble }, unsure, key };
  }
  return addUnder(key, api, values, newKey);
};

const addUnder = async (
  key: string,
  api: Api,
  values: Values,
  newKey: (() => string) | null,
): Promise<SentNew> => {
  const draft = newDraftOf(values);
  const answer = await api.add(draft, key);
  if (answer.ok) {
    return { sent: { did: 'saved', action: answer.value, taken: [], by: '' }, unsure: null, key };
  }
  const { trouble } = answer;
  if (newKey && isKeyUsed(trouble)) return addUnder(newKey(), api, values, null);
  return { sent: { did: 'failed', trouble }, unsure: leavesUnsure(trouble) ? draft : null, key };
};
