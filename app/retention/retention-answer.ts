// What came of a form on the retention page: a sentence, and which form and field it is about.
import type { RetentionAnswer } from "../../server/load-context";

export const retentionForms = ["years", "hold", "lift", "purge"] as const;
export type RetentionForm = (typeof retentionForms)[number];

export interface FormOutcome {
  form: RetentionForm;
  isDone: boolean;
  message: string;
  field?: string;
}

const doneWords: Record<RetentionForm, string> = {
  years: "The retention time is saved.",
  hold: "The legal hold stands. Nothing will be purged.",
  lift: "The legal hold is lifted.",
  purge: "Purged. The counts are in the audit trail.",
};

export const outcomeOf = (form: RetentionForm, answer: RetentionAnswer): FormOutcome =>
  answer.ok
    ? { form, isDone: true, message: doneWords[form] }
    : { form, isDone: false, message: answer.message, ...(answer.field && { field: answer.field }) };
