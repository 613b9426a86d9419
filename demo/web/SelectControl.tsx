import { useId } from 'react';

export interface SelectControlProps<Value extends string> {
  label: string;
  choices: readonly { group?: string; options: readonly (readonly [value: Value, label: string])[] }[];
  value: Value;
  onChange(value: Value): void;
}

/** One of many, in groups. */
export function SelectControl<Value extends string>({ label, choices, value, onChange }: SelectControlProps<Value>) {
  const id = useId();
  const values = choices.flatMap(({ options }) => options.map(([choice]) => choice));
  return (
    <div className="control">
      <label className="control__label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="select"
        value={value}
        onChange={(event) => {
          const chosen = values.find((choice) => choice === event.target.value);
          if (chosen !== undefined) onChange(chosen);
        }}
      >
        {choices.map(({ group, options }) => {
          const shown = options.map(([choice, text]) => (
            <option key={choice} value={choice}>
              {text}
            </option>
          ));
          return group ? (
            <optgroup key={group} label={group}>
              {shown}
            </optgroup>
          ) : (
            shown
          );
        })}
      </select>
    </div>
  );
}
