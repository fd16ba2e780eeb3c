// What stands in the place of an answer that is not there yet, or did not come.
import { Button } from "../ui/button";
import type { Answer } from "./use-answer";

interface AnswerNoteProps {
  answer: Pick<Answer<object>, "status"> & { sentence?: string };
  retry: () => void;
}

export function AnswerNote({ answer, retry }: AnswerNoteProps) {
  if (answer.status === "loading") return <p role="status">Fetching…</p>;
  if (answer.status !== "failed") return null;
  return (
    <div role="alert" className="flex flex-col items-start gap-2 text-red">
      <p>{answer.sentence}</p>
      <Button onClick={retry}>Try again</Button>
    </div>
  );
}
