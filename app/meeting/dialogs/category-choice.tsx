// The category of a concern. There is none for age, origin, school or likeness: those are no reasons.
import { categoryWords, type FlagCategory, flagCategories } from "../../../domain/marks";
import { SegmentedChoice } from "../../ui/segmented-choice";

const options = flagCategories.map((value) => ({ value, label: categoryWords[value] }));

interface CategoryChoiceProps {
  legend: string;
  value: FlagCategory | "";
  error?: string | null;
  onChange: (value: FlagCategory) => void;
}

export const CategoryChoice = ({ legend, value, error, onChange }: CategoryChoiceProps) => (
  <SegmentedChoice<FlagCategory | "">
    legend={legend}
    options={options}
    value={value}
    error={error}
    onChange={(chosen) => chosen !== "" && onChange(chosen)}
  />
);
