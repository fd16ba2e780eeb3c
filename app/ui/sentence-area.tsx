// Where a sentence is asked for (WORDS-1): says so before anything is sent.
import type { ComponentProps } from "react";
import { TextAreaField } from "./field";

export const SentenceArea = ({ hint, ...field }: ComponentProps<typeof TextAreaField>) => (
  <TextAreaField {...field} hint={["A sentence of at least three words.", hint].filter(Boolean).join(" ")} />
);
