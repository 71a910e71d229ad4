import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { AskDiscard } from './ask-discard.tsx';
import { phone } from './phone.ts';
import { Shell, useHasShell, useShell } from './shell.tsx';

const useStyles = makeStyles({
  form: { display: 'contents' },
  body: {
    maxHeight: 'calc(100dvh - 48px)',
    gap: '0',
    gridTemplateRows: 'auto minmax(0, 1fr) auto',
    [phone]: { height: '100dvh', maxHeight: '100dvh' },
  },
  title: {
    padding: '20px 24px 12px',
    gridColumn: '1 / 4',
    overflowWrap: 'anywhere',
    [phone]: { padding: '16px 16px 12px' },
  },
  content: {
    padding: '4px 24px 24px',
    margin: '0',
    overflowWrap: 'anywhere',
    scrollPaddingBlock: '16px',
    [phone]: { padding: '4px 16px 20px' },
  },
  actions: {
    gridColumn: '1 / 4',
    justifySelf: 'stretch',
    display: 'flex',
    flexWrap: 'wrap',
    flexDirection: 'row-reverse',
    justifyContent: 'flex-start',
    padding: '12px 24px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    [phone]: {
      padding: '10px 16px calc(10px + env(safe-area-inset-bottom))',
      '& > *': { flexGrow: 1, minHeight: '44px' },
    },
    // Beside each other also where Fluent would put them one above the other: that takes the words' room.
    '@media screen and (max-width: 480px)': { flexDirection: 'row-reverse', '& > *': { width: 'auto' } },
    '@media (pointer: coarse)': { '& > *': { minHeight: '44px' } },
  },
});

type FrameProps = {
  title: string;
  close: string;
  children: ReactNode;
  /** The buttons beside *Close*, the main one first. */
  actions?: ReactNode;
  isWide?: boolean;
  /** There is only text in it, which the keyboard must be able to scroll. */
  isReading?: boolean;
  isBusy?: boolean;
  isUnsaved?: boolean;
  onSubmit?(): void;
  onDiscard?(): void;
  onClose(): void;
};

/**
 * What stands in a dialog: title, what can be scrolled, and buttons that are always in view. Closing asks first
 * while there are unsaved words, whether by Escape or by button.
 */
export const Frame = (props: FrameProps) =>
  useHasShell() ? (
    <Filled {...props} />
  ) : (
    <Shell>
      <Filled {...props} />
    </Shell>
  );

const Filled = (props: FrameProps) => {
  const styles = useStyles();
  const [isAsking, setAsking] = useState(false);
  const whole = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // The dialog itself does so only when it opens.
    const form = whole.current;
    if (form?.contains(document.activeElement)) return;
    form?.querySelector<HTMLElement>('textarea, input, select, button')?.focus();
  }, []);

  const ask = () => {
    // While something is on its way nobody could tell what closing would mean.
    if (props.isBusy) return;
    if (props.isUnsaved) setAsking(true);
    else props.onClose();
  };
  useShell({
    isWide: props.isWide ?? false,
    ask: (by) => {
      if (isAsking) setAsking(false);
      // A stray click beside a form is no wish to leave it.
      else if (by === 'escape' || !props.onSubmit) ask();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isAsking) props.onSubmit?.();
  };

  return (
    <form ref={whole} className={styles.form} noValidate onSubmit={submit}>
      <DialogBody className={styles.body}>
        <DialogTitle as="h2" action={null} className={styles.title}>
          {props.title}
        </DialogTitle>
        <DialogContent
          className={styles.content}
          inert={isAsking}
          {...(props.isReading && { tabIndex: 0, role: 'group', 'aria-label': props.title })}
        >
          {props.children}
        </DialogContent>
        <DialogActions className={styles.actions} fluid>
          {isAsking ? (
            <AskDiscard
              onKeep={() => setAsking(false)}
              onDiscard={() => {
                props.onDiscard?.();
                props.onClose();
              }}
            />
          ) : (
            <>
              {props.actions}
              <Button onClick={ask} disabledFocusable={props.isBusy ?? false}>
                {props.close}
              </Button>
            </>
          )}
        </DialogActions>
      </DialogBody>
    </form>
  );
};
