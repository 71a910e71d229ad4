import { randomUUID } from 'node:crypto';
import type { Card } from '../helpers/cards.ts';
import { answerJson, bodyOf, eventually, serve } from '../helpers/http.ts';

type Message = { id: string; card: Card | null };

/** A card as it was redrawn, and when the last byte of it was there (as `performance.now()`). */
export type Edited = { message: object; at: number };

/** Teams' side of two people's chats: it takes what is posted and edited, and shows the newest card of a chat. */
export type Chats = {
  serviceUrl: string;
  /** How many calls have come so far. */
  calls(): number;
  /** The newest message of the chat once there are more than `seen`. */
  next(chatId: string, seen: number): Promise<{ id: string; card: Card }>;
  /** The next card that is redrawn in the chat; ask before it can come. @throws after 15 s */
  edited(chatId: string): Promise<Edited>;
  /** How many messages the chat holds. */
  count(chatId: string): number;
  stop(): Promise<void>;
};

export const openChats = async (): Promise<Chats> => {
  const messages = new Map<string, Message[]>();
  const inChat = (chatId: string): Message[] => messages.get(chatId) ?? [];
  const awaited = new Map<string, (edited: Edited) => void>();
  let calls = 0;
  const server = await serve(async (req, res) => {
    const text = await bodyOf(req);
    const at = performance.now();
    const body: Posted = JSON.parse(text);
    calls += 1;
    const chatId = decodeURIComponent((req.url ?? '').split('/')[3] ?? '');
    if (req.method === 'PUT') {
      awaited.get(chatId)?.({ message: body, at });
      return answerJson(res, 200, {});
    }
    const message = { id: randomUUID(), card: body.attachments?.[0]?.content ?? null };
    messages.set(chatId, [...inChat(chatId), message]);
    answerJson(res, 201, { id: message.id });
  });
  return {
    serviceUrl: server.url,
    calls: () => calls,
    next: (chatId, seen) =>
      eventually(`a card in ${chatId}`, () => {
        const message = inChat(chatId).length > seen ? inChat(chatId).at(-1) : undefined;
        return message?.card ? { id: message.id, card: message.card } : null;
      }),
    edited: (chatId) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error('No card was redrawn.')), 15_000);
        awaited.set(chatId, (edited) => {
          clearTimeout(late);
          awaited.delete(chatId);
          resolve(edited);
        });
      }),
    count: (chatId) => inChat(chatId).length,
    stop: server.stop,
  };
};

type Posted = { attachments?: { content: Card }[] };
