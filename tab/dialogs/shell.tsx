import { Dialog, DialogSurface, makeStyles, mergeClasses } from '@fluentui/react-components';
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { keepFocusCare } from './keep-focus-care.tsx';
import { phone } from './phone.ts';
import { useReturnFocus } from './use-return-focus.ts';

const useStyles = makeStyles({
  surface: {
    width: 'min(640px, calc(100vw - 48px))',
    maxWidth: 'none',
    padding: '0',
    [phone]: {
      width: '100vw',
      height: '100dvh',
      maxHeight: '100dvh',
      margin: '0',
      borderRadius: '0',
      border: '0',
      boxShadow: 'none',
    },
  },
  wide: { width: 'min(860px, calc(100vw - 48px))', [phone]: { width: '100vw' } },
});

/** What stands in the dialog just now. */
type Tenant = { ask(by: 'escape' | 'beside'): void; isWide: boolean };

const ShellContext = createContext<((tenant: Tenant) => void) | null>(null);

/**
 * The dialog itself, on a phone all of the screen. What stands in it may give way to something else while it
 * stays, so that the focus finds its way back to where it was before all of them.
 */
export const Shell = ({ children }: { children: ReactNode }) => {
  const styles = useStyles();
  const ask = useRef<Tenant['ask']>(() => {});
  const [isWide, setWide] = useState(false);
  const [take] = useState(() => (tenant: Tenant) => {
    ask.current = tenant.ask;
    setWide(tenant.isWide);
  });
  useReturnFocus();
  useEffect(keepFocusCare, []);
  return (
    <Dialog
      open
      modalType="modal"
      onOpenChange={(_event, { type }) => ask.current(type === 'backdropClick' ? 'beside' : 'escape')}
    >
      <DialogSurface className={mergeClasses(styles.surface, isWide && styles.wide)}>
        <ShellContext.Provider value={take}>{children}</ShellContext.Provider>
      </DialogSurface>
    </Dialog>
  );
};

/** Whether there is a shell around this part already. */
export const useHasShell = (): boolean => useContext(ShellContext) !== null;

/** Tells the shell what stands in it now. */
export const useShell = (tenant: Tenant): void => {
  const take = useContext(ShellContext);
  useLayoutEffect(() => take?.(tenant));
};
