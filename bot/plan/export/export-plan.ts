import type { Day } from '../../calendar/days.ts';
import type { Words } from '../../words/words.ts';
import type { PlanSeen } from '../contract.ts';
import { actionsAsRead } from './as-read.ts';
import { csvOf } from './csv.ts';
import { attachment, fileNameOf } from './file-name.ts';

export type ExportFormat = 'docx' | 'csv';

export type Exported = {
  bytes: Uint8Array<ArrayBuffer>;
  /** The media type. */
  type: string;
  /** Safe on Windows, macOS and Linux; may hold letters of any script. */
  fileName: string;
  /** The value of `Content-Disposition`: ASCII alone, the full name beside it. */
  disposition: string;
};

const types: Record<ExportFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv; charset=utf-8',
};

/**
 * The plan as a file in the template's layout, in the order of the tab: Word to print and hand round, CSV to count
 * and sort. It holds what the plan shows and nothing else: nobody's name but those of who does an action.
 * `today` is the day printed on it, and decides what "was due".
 */
export const exportPlan = async (
  seen: PlanSeen,
  format: ExportFormat,
  words: Words,
  today: Day,
): Promise<Exported> => {
  const actions = actionsAsRead(seen, words, today);
  const fileName = fileNameOf(seen.plan.name, today, format, words);
  const bytes =
    format === 'csv'
      ? csvOf(actions, words)
      : // The Word library is a megabyte of source: only those who ask for Word wait for it.
        await (await import('./word-document.ts')).wordDocument(seen.plan.name, actions, words, today);
  return { bytes, type: types[format], fileName, disposition: attachment(fileName) };
};
