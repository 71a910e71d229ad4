/** A line at the foot of the page about what was just done, with a way back; it stays until closed or replaced. */
export type Notice = {
  text: string;
  isTrouble?: boolean;
  action?: { label: string; onPress: () => void; takesFocus?: boolean };
  /** A link to be copied by hand, where the clipboard is closed to us. */
  link?: string;
};
