import type { Reflection } from '../reflection/record.ts';
import type { NarrativeCodec, Sealed } from './codec.ts';
import { UnreadableRow } from './faults.ts';
import { type Filing, filingShape } from './filing.ts';
import { fromPieces, inPieces } from './pieces.ts';
import { narrativeShape, workflowShape } from './shapes.ts';
import type { Entity } from './sizes.ts';
import type { Row } from './table.ts';

/** The row of a reflection lies in a partition of its own, which is its boundary of access. */
export const recordRow = 'record';

/** The version of the row as a whole: which properties there are, and the workflow's shape. */
const schema = 1;

/** A reflection with what only the adapter needs: how it is filed, and which change wrote it. */
export type Kept = { reflection: Reflection; filing: Filing; change: string };

/** The two envelopes as properties of one row. Workflow and narrative stay apart, so that each can be read alone. */
export const entityFrom = async (
  { reflection, filing, change }: Kept,
  codec: NarrativeCodec,
): Promise<Entity> => {
  const { id, workflow, narrative } = reflection;
  const sealed = await codec.seal(id, narrative);
  return {
    partitionKey: id,
    rowKey: recordRow,
    schema,
    change,
    filing: JSON.stringify(filing),
    ...inPieces('workflow', JSON.stringify(workflow)),
    narrativeVersion: sealed.version,
    ...inPieces('narrative', sealed.text),
  };
};

/**
 * The reflection that a row holds.
 *
 * @throws UnreadableRow that names the row, the versions and the envelope, and nothing of what is in it
 */
export const keptFrom = async (row: Row, codec: NarrativeCodec): Promise<Kept> => {
  const unreadable = (found: string) =>
    new UnreadableRow(row, found, `schema ${schema} with narrative ${codec.versions.join(', ')}`);

  if (row.schema !== schema) throw unreadable(`schema ${shown(row.schema)}`);
  const { narrativeVersion, change } = row;
  const sealed = fromPieces('narrative', row);
  if (typeof narrativeVersion !== 'string' || typeof change !== 'string' || sealed === null) {
    throw unreadable('no complete reflection');
  }
  if (!codec.versions.includes(narrativeVersion)) throw unreadable(`narrative ${shown(narrativeVersion)}`);

  const workflow = workflowShape.safeParse(parsed(fromPieces('workflow', row)));
  if (!workflow.success) throw unreadable('a malformed workflow');
  const filing = filingShape.safeParse(parsed(row.filing));
  if (!filing.success) throw unreadable('a malformed filing');
  const narrative = narrativeShape.safeParse(
    await opened(codec, row.partitionKey, { version: narrativeVersion, text: sealed }),
  );
  if (!narrative.success) throw unreadable('a malformed narrative');

  const reflection = { id: row.partitionKey, workflow: workflow.data, narrative: narrative.data };
  return { reflection, filing: filing.data, change };
};

/** A version as it may stand in an error: a foreign row can hold anything there, somebody's words too. */
const shown = (version: unknown): string => {
  if (typeof version === 'number') return String(version);
  return typeof version === 'string' && /^[a-z0-9.-]{1,16}$/.test(version) ? version : 'unknown';
};

/** What does not parse fits no shape. The parser's own error quotes the text, so it must go no further. */
const parsed = (json: unknown): unknown => {
  try {
    return typeof json === 'string' ? JSON.parse(json) : undefined;
  } catch {
    return undefined;
  }
};

const opened = async (codec: NarrativeCodec, id: string, sealed: Sealed): Promise<unknown> => {
  try {
    return await codec.open(id, sealed);
  } catch {
    return undefined;
  }
};
