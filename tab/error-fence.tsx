import { Component, type ReactNode } from 'react';
import { Message } from './message.tsx';
import type { Words } from './words/words.ts';

type Props = { words: Words; onError: () => void; children: ReactNode };

/** A mistake of the program ends in a sentence and a way on, not in an empty page. */
export class ErrorFence extends Component<Props, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override componentDidCatch(): void {
    this.props.onError();
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    const { trouble } = this.props.words;
    return (
      <Message {...trouble.broken} action={{ label: trouble.retry, onPress: () => location.reload() }} />
    );
  }
}
