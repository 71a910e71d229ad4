import { useIsFetching } from '@tanstack/react-query';
import type { Trouble } from '../api/api.ts';
import { useTab } from '../context.ts';
import { Message } from '../message.tsx';
import { troubleWords } from './trouble-words.ts';

type Props = { trouble: Trouble; again: () => Promise<void> };

/** The plan could not be shown at all: why, and a way on. */
export const TroublePage = ({ trouble, again }: Props) => {
  const { words, host } = useTab();
  const busy = useIsFetching() > 0;
  const { title, text } = troubleWords(words, trouble, host.place.channelKind);
  const label = trouble.kind === 'signIn' ? words.trouble.signIn.on : words.trouble.retry;
  return <Message title={title} text={text} action={{ label, busy, onPress: () => void again() }} />;
};
