import type { ReactNode } from 'react';

type Props = {
  title: string;
  text: string;
  action?: { label: string; onPress: () => void; busy?: boolean };
  children?: ReactNode;
};

/** A page of its own for what there is to say instead of a plan. */
export const Message = ({ title, text, action, children }: Props) => (
  <main className="message">
    <h1>{title}</h1>
    <p>{text}</p>
    {children}
    {action && (
      <button
        type="button"
        className="button is-primary"
        aria-disabled={action.busy}
        onClick={() => !action.busy && action.onPress()}
      >
        {action.label}
      </button>
    )}
  </main>
);
