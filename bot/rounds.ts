/**
 * Does something at once and then every so often, never twice at the same time. A fault is handed on and does
 * not end the rounds; they do not keep the process alive.
 */
export const startRounds = (parts: {
  everyMs: number;
  work: () => Promise<void>;
  failed: (error: unknown) => void;
}): { stop(): Promise<void> } => {
  let underWay: Promise<void> | null = null;
  const round = () => {
    underWay ??= parts
      .work()
      .catch(parts.failed)
      .finally(() => {
        underWay = null;
      });
  };
  const timer = setInterval(round, parts.everyMs);
  timer.unref();
  round();
  return {
    stop: async () => {
      clearInterval(timer);
      await underWay;
    },
  };
};
