import { AxeBuilder } from '@axe-core/playwright';
import type { TeamsClient } from '../../helpers/host/client.ts';
import type { Theme } from '../../helpers/host/opening.ts';

/** WCAG 2.2 at level AA. */
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What a theme can change; all else is the same elements again. */
const visual = ['color-contrast'];

/** What axe leaves to a person to judge, and is a fault: a field whose label may be another one's. */
const decided = ['duplicate-id-aria', 'form-field-multiple-labels'];

/** The elements between which Fluent keeps the focus: hidden, and passed over at once when the focus comes there. */
const focusDummies = '[data-tabster-dummy]';

/** What axe finds in the tab, one line an element. */
export const axeFaults = async ({ page }: TeamsClient, only: 'visual' | null = null): Promise<string[]> => {
  // Describing every element that passes takes most of the time.
  const builder = new AxeBuilder({ page })
    .options({ resultTypes: ['violations', 'incomplete'] })
    .exclude(['iframe[name=tab]', focusDummies]);
  const found = await (only ? builder.withRules(visual) : builder.withTags(wcag)).analyze();
  const unsure = found.incomplete.filter(({ id }) => decided.includes(id));
  return [...found.violations, ...unsure].flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, any }) => `${id} (${help}): ${html.slice(0, 200)} ${any[0]?.message ?? ''}`),
  );
};

export const themes: readonly Theme[] = ['default', 'dark', 'contrast'];

/** What axe finds in any theme, with the theme's name. The tab is left in the last one. */
export const axeFaultsInThemes = async (
  client: TeamsClient,
  after: (theme: Theme) => Promise<void> = async () => {},
): Promise<string[]> => {
  const faults: string[] = [];
  for (const theme of themes) {
    await client.theme(theme);
    await client.tab.locator(`.tab[data-theme=${theme}]`).waitFor();
    const found = await axeFaults(client, theme === 'default' ? null : 'visual');
    faults.push(...found.map((fault) => `${theme}: ${fault}`));
    await after(theme);
  }
  return faults;
};
