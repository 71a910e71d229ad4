import { makeStyles, mergeClasses, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';

const useStyles = makeStyles({
  fieldset: { border: '0', margin: '0 0 24px', padding: '0', minWidth: '0' },
  legend: { padding: '0 0 8px', fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase400 },
  options: {
    display: 'grid',
    gap: '12px',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    '@media (max-width: 599px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  option: {
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    minWidth: '0',
  },
  chosen: {
    boxShadow: `inset 0 0 0 1px ${tokens.colorBrandStroke1}`,
    border: `1px solid ${tokens.colorBrandStroke1}`,
  },
  label: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  text: { padding: '0 12px 12px 36px', whiteSpace: 'pre-wrap', maxHeight: '30dvh', overflowY: 'auto' },
  whole: { gridColumn: '1 / -1' },
  fault: { color: tokens.colorPaletteRedForeground1, marginTop: '6px' },
});

export type Option<T extends string> = { value: T; label: string; text: string; isWhole?: boolean };

/**
 * Versions of one answer side by side, to choose from. Nothing is chosen beforehand: a version that happened to
 * be marked would go over somebody's words unread.
 */
export const Choice = <T extends string>(props: {
  name: string;
  legend: string;
  options: readonly Option<T>[];
  chosen: T | null;
  fault: string | null;
  children?: ReactNode;
  onChoose(value: T): void;
}) => {
  const styles = useStyles();
  const id = useId();
  return (
    <fieldset
      className={styles.fieldset}
      data-field={props.name}
      aria-describedby={props.fault ? `${id}f` : undefined}
    >
      <legend id={id} className={styles.legend}>
        {props.legend}
      </legend>
      <RadioGroup
        className={styles.options}
        aria-labelledby={id}
        value={props.chosen ?? ''}
        onChange={(_event, { value }) => {
          const option = props.options.find((one) => one.value === value);
          if (option) props.onChoose(option.value);
        }}
      >
        {props.options.map(({ value, label, text, isWhole }) => (
          <div
            key={value}
            className={mergeClasses(
              styles.option,
              isWhole && styles.whole,
              props.chosen === value && styles.chosen,
            )}
          >
            <Radio
              value={value}
              label={{ children: label, className: styles.label }}
              aria-describedby={`${id}${value}`}
            />
            <div id={`${id}${value}`} className={styles.text}>
              {text}
            </div>
          </div>
        ))}
      </RadioGroup>
      {props.children}
      {props.fault !== null && (
        <div id={`${id}f`} className={styles.fault}>
          {props.fault}
        </div>
      )}
    </fieldset>
  );
};
