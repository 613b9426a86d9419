export interface SwitchControlProps {
  label: string;
  isOn: boolean;
  onChange(isOn: boolean): void;
}

export function SwitchControl({ label, isOn, onChange }: SwitchControlProps) {
  return (
    <label className="switch">
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.target.checked)} />
      <span className="switch__label">{label}</span>
    </label>
  );
}
