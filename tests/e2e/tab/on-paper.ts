import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { enGB as words } from '../../../tab/words/en-GB.ts';
import type { TabStage } from '../../helpers/host/stage.ts';
import { all, parsedXml, said, unzipped } from '../../plan/export-reading.ts';
import { picture } from './pictures.ts';
import { ordinary, pairWith, type Seat, seated } from './teams.ts';

/** Five columns and the full questions, in the template's order. */
const columns = [
  words.columns.area,
  words.columns.activities,
  words.columns.who,
  words.columns.due,
  words.columns.outcome,
];

const downloaded = async (
  { client, button }: Seat,
  name: string,
): Promise<{ bytes: Buffer; name: string }> => {
  const coming = client.page.waitForEvent('download');
  await button(name).click();
  const file = await coming;
  return { bytes: await readFile(await file.path()), name: file.suggestedFilename() };
};

export const onPaper = (stage: () => TabStage): void =>
  describe('the plan on paper and in files', () => {
    test('is printed whole: every row, the full questions, and no buttons', async () => {
      const many = Array.from({ length: 105 }, (_, number) => ({
        area: `Practice ${String(number).padStart(3, '0')}`,
      }));
      const { team, sam } = await pairWith(stage(), many);
      await seated(
        stage(),
        sam,
        team,
        async ({ client, open, rows }) => {
          await open();
          await client.tab.getByText(words.plan.showing(105, 105)).waitFor();
          expect(await rows.count()).toBeLessThanOrEqual(100);

          await client.page.emulateMedia({ media: 'print' });
          await rows.nth(104).waitFor();
          expect(await rows.count()).toBe(105);
          for (const { asks } of columns) {
            await client.tab.getByText(asks).filter({ visible: true }).waitFor();
          }
          expect(await client.tab.getByRole('button').filter({ visible: true }).count()).toBe(
            await client.tab.locator('.head-cell button.sort').filter({ visible: true }).count(),
          );
          await picture(client, 'print');
          await client.page.emulateMedia({ media: 'screen' });
        },
        { width: 1120, height: 790 },
      );
    });

    test('is offered as a Word file where the host’s frame may not print', async () => {
      const { team, sam } = await pairWith(stage(), ordinary);
      const opening = { allowsModals: false };
      const work = async ({ open, button, notice }: Seat) => {
        await open();
        await button(words.files.print).click();
        await notice.getByText(words.files.noPrint).waitFor();
        await notice.getByRole('button', { name: words.files.wordLong }).waitFor();
      };
      await seated(stage(), sam, team, work, { opening });
    });

    test('is saved as a Word file in the template’s layout, which opens', async () => {
      const { team, sam } = await pairWith(stage(), ordinary);
      await seated(stage(), sam, team, async (seat) => {
        await seat.open();
        const { bytes, name } = await downloaded(seat, words.files.wordLong);
        expect(name).toMatch(/^[\w ,.-]+\.docx$/);
        const document = parsedXml(unzipped(bytes).get('word/document.xml') ?? '');
        const texts = all(document, 'w:p').map(said);
        expect(texts).toContain(words.title);
        expect(texts.join('\n')).toContain('North Locality');
        const [head, ...rows] = all(document, 'w:tr').map((row) => all(row, 'w:tc').map(said));
        const order = columns.map((column) => (head ?? []).findIndex((cell) => cell.includes(column.name)));
        expect(order).toEqual(order.toSorted((one, other) => one - other));
        expect(Math.min(...order)).toBeGreaterThanOrEqual(0);
        expect(rows.map((cells) => cells[order[0] ?? 0])).toEqual(
          ordinary.map(({ area }) => area).toSorted(),
        );
      });
    });

    test('is saved as a CSV file', async () => {
      const { team, sam } = await pairWith(stage(), ordinary);
      await seated(stage(), sam, team, async (seat) => {
        await seat.open();
        const { bytes, name } = await downloaded(seat, words.files.csvLong);
        expect(name).toMatch(/^[\w ,.-]+\.csv$/);
        const text = bytes.toString('utf8');
        expect(text.startsWith('\uFEFF')).toBe(true);
        for (const { area } of ordinary) expect(text).toContain(area);
      });
    });
  });
