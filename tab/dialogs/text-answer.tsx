import { Field, Input, makeStyles, mergeClasses, Textarea, tokens } from '@fluentui/react-components';
import { planLimits } from '../../bot/plan/contract.ts';
import { useTab } from '../context.ts';

/** From here on the room that is left is shown, and at these it is said aloud. */
const shownFrom = 200;
const saidAt = [200, 100, 50, 20, 10, 0];

const useStyles = makeStyles({
  whole: { position: 'relative' },
  // However long a word is, it does not make the form wider.
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
  area: {
    width: '100%',
    '& textarea': {
      fieldSizing: 'content',
      width: '100%',
      overflowWrap: 'anywhere',
      minHeight: '72px',
      maxHeight: '45dvh',
    },
  },
  count: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, marginTop: '4px' },
  over: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  heard: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

/** One answer in words: its label, its question beneath, its fault, and the room left when that gets short. */
export const TextAnswer = (props: {
  name: string;
  label: string;
  help: string;
  value: string;
  fault: string | null;
  most?: number;
  isRequired?: boolean;
  isLine?: boolean;
  /** The answer is a whole column of the plan. */
  isColumn?: boolean;
  placeholder?: string;
  onChange(value: string): void;
}) => {
  const styles = useStyles();
  const { form } = useTab().words;
  const most = props.most ?? planLimits.text;
  const left = most - props.value.length;
  const said =
    left < Math.min(shownFrom, most / 5) ? saidAt.filter((step) => left <= step).at(-1) : undefined;
  const shared = {
    value: props.value,
    placeholder: props.placeholder ?? '',
    autoComplete: 'off',
    onChange: (_event: unknown, { value }: { value: string }) => props.onChange(value),
  };
  return (
    <div data-field={props.name} className={styles.whole}>
      <Field
        className={styles.field}
        label={{ children: props.label, weight: props.isColumn ? 'semibold' : 'regular' }}
        hint={props.help}
        required={props.isRequired ?? false}
        validationState={props.fault === null ? 'none' : 'error'}
        validationMessage={props.fault}
      >
        {props.isLine ? (
          <Input {...shared} />
        ) : (
          <Textarea {...shared} className={styles.area} resize="vertical" />
        )}
      </Field>
      {left < Math.min(shownFrom, most / 5) && (
        <div aria-hidden className={mergeClasses(styles.count, left < 0 && styles.over)}>
          {left < 0 ? form.tooMany(-left) : form.left(left)}
        </div>
      )}
      <div role="status" className={styles.heard}>
        {left < 0 ? form.tooMany(-left) : said === undefined ? '' : form.left(Math.max(said, 0))}
      </div>
    </div>
  );
};
