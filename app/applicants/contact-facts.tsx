// A call with a colleague outside as it is read, wherever one reads it: who said what, when, how they know, and who logged it.
import type { ContactLine } from "../../server/context/applicant-files";
import { Badge } from "../ui/badge";
import { Moment } from "../ui/moment";
import { dayWords } from "./file-facts";
import { StruckLine } from "./struck-line";

export function ContactFacts({ contact }: { contact: ContactLine }) {
  const { colleague, relation, heldOn, provenance, sentence, loggedBy, loggedAt, struck } = contact;
  return (
    <>
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-bold">{colleague}</span>
        <span className="text-muted">{relation}</span>
        <Badge tone={provenance === "firstHand" ? "neutral" : "flag"}>
          {provenance === "firstHand" ? "First-hand" : "Second-hand"}
        </Badge>
      </p>
      <p className={struck ? "line-through" : undefined}>{sentence}</p>
      <p className="text-meta text-muted">
        Spoken on {dayWords(heldOn)} · {loggedBy}, <Moment at={loggedAt} />
      </p>
      <StruckLine struck={struck} />
    </>
  );
}
