import { TableClient } from '@azure/data-tables';
import { eventually } from '../helpers/http.ts';

/** A record's row as storage holds it. */
export type Row = { partitionKey: string; rowKey: string };

/** The records behind the servers' backs, so that the same press can be made again and again. */
export type Rows = {
  read(id: string): Promise<Row>;
  /** Puts the row there as it was, whatever stands there now. */
  restore(table: 'reflections' | 'bare', row: Row): Promise<void>;
  /** Resolves once nothing is owed for this reflection any more, in its record or as an errand. */
  settled(id: string): Promise<void>;
};

export const openRows = (connectionString: string): Rows => {
  const open = (name: string) =>
    TableClient.fromConnectionString(connectionString, name, { allowInsecureConnection: true });
  const tables = { reflections: open('reflections'), bare: open('bare') };
  const { reflections } = tables;

  const hasErrand = async (id: string): Promise<boolean> => {
    const queryOptions = { filter: "PartitionKey eq 'errands'" };
    for await (const row of reflections.listEntities<{ reflectionId?: string }>({ queryOptions })) {
      if (row.reflectionId === id) return true;
    }
    return false;
  };
  const owes = async (id: string): Promise<boolean> => {
    const { filing } = await reflections.getEntity<{ filing: string }>(id, 'record');
    const { owing }: { owing: unknown } = JSON.parse(filing);
    return owing !== null;
  };

  return {
    read: async (id) => {
      const { etag: _, timestamp: __, ...row } = await reflections.getEntity(id, 'record');
      return { ...row, partitionKey: id, rowKey: 'record' };
    },
    restore: async (table, row) => void (await tables[table].upsertEntity(row, 'Replace')),
    settled: (id) =>
      eventually('the end of an errand', async () => !(await owes(id)) && !(await hasErrand(id))).then(
        () => {},
      ),
  };
};
