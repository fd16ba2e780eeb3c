// Buttons, fields and choices, in each of their states.
import Flag from "lucide-react/icons/flag";
import { Button } from "../ui/button";
import { SelectField, TextAreaField, TextField } from "../ui/field";
import { SegmentedChoice } from "../ui/segmented-choice";
import { Sample } from "./sample";

const strengths = [
  { value: "fine", label: "I'd work with them" },
  { value: "strong", label: "Strongly" },
  { value: "champion", label: "Champion" },
] as const;

export const ControlSamples = () => (
  <>
    <Sample name="Buttons">
      <Button variant="primary">Lock the order</Button>
      <Button>Undo</Button>
      <Button variant="danger">Strike the flag</Button>
      <Button isBusy>Sending</Button>
      <Button variant="primary" disabled>
        Not now
      </Button>
      <Button shape="icon" aria-label="Raise a flag">
        <Flag size={18} aria-hidden />
      </Button>
    </Sample>
    <Sample name="Fields">
      <TextField label="Rank" name="rank" inputMode="numeric" hint="1 to 112" className="w-40" />
      <TextField
        label="Rank with an error"
        name="wrong-rank"
        defaultValue="300"
        error="There are 112 ranked applicants. Enter a rank from 1 to 112."
        className="w-64"
      />
      <SelectField label="Category" name="category" className="w-64">
        <option>Unexplained gap</option>
        <option>Professionalism</option>
      </SelectField>
      <TextAreaField
        label="What did you see?"
        name="sentence"
        hint="May be discoverable. One sentence of fact."
        className="w-full"
      />
    </Sample>
    <Sample name="Segmented choice">
      <SegmentedChoice legend="How strongly?" options={strengths} defaultValue="strong" />
      <SegmentedChoice legend="How strongly, with an error" options={strengths} error="Choose one of the three." />
    </Sample>
  </>
);
