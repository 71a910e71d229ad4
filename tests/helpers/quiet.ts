import { jest } from '@jest/globals';

/** The SDK prints what it refuses. Keeps those lines out of a suite's output, and gives what was printed. */
export const hushed = (): { lines: string[]; restore(): void } => {
  const lines: string[] = [];
  const spies = (['error', 'warn', 'log'] as const).map((level) =>
    jest.spyOn(console, level).mockImplementation((...said: unknown[]) => {
      lines.push(said.map(String).join(' '));
    }),
  );
  return {
    lines,
    restore: () => {
      for (const spy of spies) spy.mockRestore();
    },
  };
};
