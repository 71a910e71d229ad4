import { useFocusFinders } from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';

const Keeper = () => {
  useFocusFinders();
  return null;
};

let isKept = false;

/**
 * Fluent's care for the focus ends with the last part on the page that uses it. Where that is a dialog, the care
 * ends before it has shown the page behind to screen readers again, and the page would stay hidden from them. So
 * one part that uses it stays, for as long as the page does; it draws nothing, and comes with the first dialog only.
 */
export const keepFocusCare = (): void => {
  if (isKept) return;
  isKept = true;
  createRoot(document.createElement('div')).render(<Keeper />);
};
