import { AdaptiveCard, HostConfig, SerializationContext, Versions } from 'adaptivecards';

/** The real renderer's judgement of a card, with the sizes that Teams sets: six actions a set, version 1.5. */
export const faultsOf = (card: unknown): string[] => {
  const context = new SerializationContext(Versions.v1_5);
  const parsed = new AdaptiveCard();
  parsed.hostConfig = new HostConfig({ actions: { maxActions: 6 }, supportsInteractivity: true });
  parsed.parse(card, context);
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index));
  const validated = parsed.validateProperties().validationEvents;
  return [...events.map((event) => event.message), ...validated.map(({ message }) => message)].filter(
    // The people picker is a 1.6 feature that Teams offers in 1.5 cards; the static choices serve the others.
    (message) => !message.includes('choices.data'),
  );
};
