import { Button, Spinner } from '@fluentui/react-components';
import { useTab } from '../context.ts';
import type { Standing } from './standing.ts';

/** Sends the form; says so while it is on its way, and keeps the focus. */
export const SaveButton = ({ is, label }: { is: Standing['is']; label: string }) => {
  const { form } = useTab().words;
  const isSaving = is === 'saving';
  return (
    <Button
      type="submit"
      appearance="primary"
      disabledFocusable={isSaving}
      {...(isSaving && { icon: <Spinner size="tiny" /> })}
    >
      {isSaving ? form.saving : is === 'troubled' ? form.again : label}
    </Button>
  );
};
