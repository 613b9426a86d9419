import { useId } from 'react';

export interface ChoiceControlProps<Value extends string | number> {
  label: string;
  choices: [value: Value, label: string][];
  value: Value;
  onChange(value: Value): void;
}

/** One of a few, all in sight. */
export function ChoiceControl<Value extends string | number>({
  label,
  choices,
  value,
  onChange,
}: ChoiceControlProps<Value>) {
  const name = useId();
  return (
    <fieldset className="control">
      <legend className="control__label">{label}</legend>
      <div className="choices">
        {choices.map(([choice, text]) => (
          <label key={choice} className="choice">
            <input type="radio" name={name} checked={choice === value} onChange={() => onChange(choice)} />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
