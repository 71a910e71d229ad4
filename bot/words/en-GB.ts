/**
 * Every word the bot says, in British English, in the order in which people meet it.
 * Language of the field: practitioner, supervisor, family, professional network; nobody and no box is good or bad.
 */
export const enGB = {
  locale: 'en-GB',
  welcome: {},
  help: {},
};
