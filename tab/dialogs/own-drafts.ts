import { ownShelf } from '../shelf.ts';
import { createDrafts, type Drafts } from './drafts.ts';
import { createFactsDrafts } from './facts-drafts.ts';

/** Drafts in the browser's own storage; a browser that refuses it keeps nothing. */
export const drafts = (): Drafts => createDrafts(ownShelf(), () => crypto.randomUUID());

export const factsDrafts = () => createFactsDrafts(ownShelf());
