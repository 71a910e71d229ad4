import type { Setting } from '../cards/frame.ts';
import { mineCard } from '../cards/mine.ts';
import type { Answer, DeskParts, Turn } from '../desk.ts';
import { viewFor } from '../view-for.ts';
import { shown } from './answers.ts';

/** A supervisor of a usual team sees all of it at a glance. */
const aPage = 12;

/** `my reflections`: a page of them, each as its viewer may see it. */
export const listing =
  ({ store }: DeskParts) =>
  async (turn: Turn, after: string | null, setting: Setting): Promise<Answer> => {
    const { found, next } = await store.listFor(turn.by.id, { take: aPage, after });
    const views = found.flatMap(({ reflection }) => viewFor(reflection, turn.by.id) ?? []);
    return shown(mineCard(views, { next, first: after === null }, setting), setting.words.mine.summary);
  };
