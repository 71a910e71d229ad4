import { memo } from 'react';
import { useTab } from '../context.ts';
import { download } from './download.ts';
import type { Notice } from './notice.ts';
import { tryPrint } from './printing.ts';
import { troubleWords } from './trouble-words.ts';
import type { Commands } from './use-commands.tsx';

type Props = { canEdit: boolean; commands: Commands; say: (notice: Notice | null) => void };

/** What can be done with the plan as a whole. */
export const Toolbar = memo(({ canEdit, commands, say }: Props) => {
  const { api, host, words } = useTab();
  const { files } = words;

  const take = async (format: 'docx' | 'csv'): Promise<void> => {
    say({ text: files.making });
    const answer = await api.export(format);
    if (!answer.ok) {
      const { title, text } = troubleWords(words, answer.trouble, host.place.channelKind);
      const onPress = (): void => void take(format);
      return say({
        text: `${title}. ${text}`,
        isTrouble: true,
        action: { label: words.trouble.retry, onPress },
      });
    }
    download(answer.value);
    say({ text: files.made });
  };

  const print = async (): Promise<void> => {
    if (await tryPrint()) return;
    say({ text: files.noPrint, action: { label: files.wordLong, onPress: () => void take('docx') } });
  };

  return (
    <div className="toolbar on-screen">
      {canEdit && (
        <button type="button" className="button is-primary" onClick={() => commands.add()}>
          {words.plan.add}
        </button>
      )}
      <div className="toolbar-rest">
        <button type="button" className="button" onClick={() => void print()}>
          {files.print}
        </button>
        <button
          type="button"
          className="button"
          aria-label={files.wordLong}
          onClick={() => void take('docx')}
        >
          {files.word}
        </button>
        <button type="button" className="button" aria-label={files.csvLong} onClick={() => void take('csv')}>
          {files.csv}
        </button>
        <button type="button" className="button" onClick={commands.settings}>
          {words.plan.settings}
        </button>
      </div>
    </div>
  );
});
