import { Component, type ReactNode } from 'react';

type Props = {
  children: ReactNode;
  /** Where the focus goes when the element that has it now is taken off the page; asked while that is still there. */
  beside: (element: Element) => () => HTMLElement | null | undefined;
};
type Before = { element: Element; next: () => HTMLElement | null | undefined };

/**
 * Keeps the focus where it is when the page changes around it. A browser takes it from an element that is moved in
 * the page, and others' changes move rows while somebody is at work in one; an element that goes leaves it nowhere.
 */
export class KeepFocus extends Component<Props> {
  override getSnapshotBeforeUpdate(): Before | null {
    const element = document.activeElement;
    return element && element !== document.body ? { element, next: this.props.beside(element) } : null;
  }

  override componentDidUpdate(_props: object, _state: object, before: Before | null): void {
    if (before === null || document.activeElement !== document.body) return;
    const target = before.element.isConnected ? before.element : before.next();
    if (target instanceof HTMLElement) target.focus({ preventScroll: true });
  }

  override render(): ReactNode {
    return this.props.children;
  }
}
