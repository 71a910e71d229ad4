import { describe, expect, test } from '@jest/globals';
import type { Request } from 'playwright-core';
import type { TabStage } from '../../helpers/host/stage.ts';
import { eventually } from '../../helpers/http.ts';
import { ordinary, pairWith, seated } from './teams.ts';

export const attention = (stage: () => TabStage): void =>
  describe('a tab that nobody looks at', () => {
    test('asks for nothing, and when it is seen again asks once, for what is new alone', async () => {
      const { team, sam } = await pairWith(stage(), ordinary);
      const window = await stage().browser.window();
      await seated(
        stage(),
        sam,
        team,
        async ({ client, open }) => {
          await client.page.clock.install();
          const asked: Request[] = [];
          client.page.on('request', (request) => {
            if (request.url().includes('/api/plans/')) asked.push(request);
          });
          await open();
          const looks = (count: number) =>
            eventually(`look number ${count}`, () => asked.length >= count, 10_000);
          const answeredWith = async (request: Request | undefined) => (await request?.response())?.status();
          const visibility = async (state: string) => {
            const frame = await client.frame();
            await eventually(state, () => frame.evaluate<boolean>(`document.visibilityState === '${state}'`));
          };
          await looks(1);
          expect(await answeredWith(asked[0])).toBe(200);

          await client.page.clock.runFor(11_000);
          await looks(2);
          expect(await answeredWith(asked[1])).toBe(304);

          await client.hide();
          await visibility('hidden');
          const before = asked.length;
          for (let minute = 0; minute < 5; minute += 1) await client.page.clock.runFor(60_000);
          expect(asked.length).toBe(before);

          await client.show();
          await visibility('visible');
          await looks(before + 1);
          const look = asked[before];
          expect(await look?.headerValue('if-none-match')).toMatch(/^".+"$/);
          expect(await answeredWith(look)).toBe(304);
          expect(asked.length).toBe(before + 1);
        },
        { window },
      );
    });
  });
