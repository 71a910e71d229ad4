/**
 * The small world that both Playgrounds show: one tenant, one bot, one team of six. Ids are fixed, so that what
 * Azurite keeps still belongs to the same people after a restart. The Playground wants exactly six people.
 */
const id = (number) => `5f0c1e00-0000-4000-8000-${String(number).padStart(12, '0')}`;

const person = (number, givenName, surname) => {
  const address = `${givenName}.${surname}@example.org`.toLowerCase();
  return {
    id: `29:1-${givenName.toLowerCase()}-${surname.toLowerCase()}`,
    name: `${givenName} ${surname}`,
    // The Playground spells this key so.
    userPrincipleName: address,
    aadObjectId: id(number),
    givenName,
    surname,
    email: address,
  };
};

export const supervisor = person(1, 'Sam', 'Okafor');
export const practitioner = person(2, 'Jo', 'Bennett');
const colleagues = [
  person(3, 'Priya', 'Nair'),
  person(4, 'Tom', 'Ellis'),
  person(5, 'Ana', 'Duarte'),
  person(6, 'Lewis', 'Grant'),
];

export const everybody = [supervisor, practitioner, ...colleagues];
export const tenantId = id(100);
export const bot = { id: `28:${id(101)}`, name: 'Four Ways' };
export const groupChat = { id: '19:four-ways-group@thread.v2', name: 'Everybody' };
export const team = {
  id: '19:four-ways-team@thread.tacv2',
  name: 'Early Help North',
  aadGroupId: id(102),
  // The General channel, whose id is the team's, is implied; the Playground allows one more.
  channels: [{ id: '19:four-ways-duty@thread.tacv2', name: 'Duty' }],
};

/** Each person's own chat with the bot. */
export const ownChatId = (who) => `a:own-${who.givenName.toLowerCase()}`;
