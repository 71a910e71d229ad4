import type { Narrative } from '../reflection/record.ts';

/** A narrative as it lies in storage; `version` says how to turn it back. */
export type Sealed = { version: string; text: string };

/**
 * The one place where people's words become what is stored. Encryption is another implementation of this: it
 * writes a version of its own and goes on opening the older ones.
 */
export interface NarrativeCodec {
  /** The versions it can open, for the error about one that it cannot; the first is the one it writes. */
  readonly versions: readonly string[];
  /** @param reflectionId so that a narrative can be bound to its row */
  seal(reflectionId: string, narrative: Narrative): Sealed | Promise<Sealed>;
  /** What `seal` was given, its shape not yet checked. Throws where the text is not what the version promises. */
  open(reflectionId: string, sealed: Sealed): unknown;
}

/** Words as JSON, protected by the storage account's own encryption. */
export const plainCodec: NarrativeCodec = {
  versions: ['json.1'],
  seal: (_reflectionId, narrative) => ({ version: 'json.1', text: JSON.stringify(narrative) }),
  open: (_reflectionId, sealed) => JSON.parse(sealed.text),
};
