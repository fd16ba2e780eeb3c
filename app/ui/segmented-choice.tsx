// One of a few: native radio buttons that look like a row of segments. The chosen one has a tick, not a colour alone.
import Check from "lucide-react/icons/check";
import { type ReactNode, useId } from "react";
import { classNames } from "./class-names";

export interface ChoiceOption<Value extends string> {
  value: Value;
  label: ReactNode;
}

interface SegmentedChoiceProps<Value extends string> {
  legend: string;
  options: readonly ChoiceOption<Value>[];
  name?: string;
  value?: Value;
  defaultValue?: Value;
  error?: string | null;
  isLegendHidden?: boolean;
  onChange?: (value: Value) => void;
}

export function SegmentedChoice<Value extends string>(props: SegmentedChoiceProps<Value>) {
  const { legend, options, value, defaultValue, error, isLegendHidden, onChange } = props;
  const id = useId();
  const errorId = `${id}error`;
  return (
    <fieldset aria-describedby={error ? errorId : undefined} className="min-w-0">
      <legend className={isLegendHidden ? "sr-only" : "mb-1 font-bold"}>{legend}</legend>
      <div className="flex flex-wrap gap-1">
        {options.map((option) => (
          <label
            key={option.value}
            className={classNames(
              "group relative inline-flex min-h-9 items-center gap-1.5 rounded-md border border-control bg-surface px-3",
              "pointer-coarse:min-h-11 hover:bg-middle-tint",
              "has-checked:border-ink has-checked:bg-middle-tint has-checked:font-bold has-disabled:opacity-50",
              "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
            )}
          >
            <input
              type="radio"
              name={props.name ?? id}
              value={option.value}
              checked={value === undefined ? undefined : value === option.value}
              defaultChecked={defaultValue === undefined ? undefined : defaultValue === option.value}
              onChange={onChange && (() => onChange(option.value))}
              className="sr-only"
            />
            <Check size={16} className="hidden group-has-checked:block" aria-hidden />
            {option.label}
          </label>
        ))}
      </div>
      {error && (
        <p id={errorId} role="alert" className="mt-1 text-red">
          {error}
        </p>
      )}
    </fieldset>
  );
}
