// On the home page: what somebody was asked to find out. The whole of a card opens the file.
import { Link } from "@remix-run/react";
import ChevronRight from "lucide-react/icons/chevron-right";
import type { MyQuestion } from "../../server/context/applicant-files";

export const MyQuestions = ({ questions }: { questions: MyQuestion[] }) => (
  <section aria-labelledby="questions" className="flex flex-col gap-2">
    <h2 id="questions" className="text-meta text-muted">
      Questions that you find out
    </h2>
    <ul className="flex flex-col gap-2">
      {questions.map(({ id, question, seasonId, applicantId, applicant }) => (
        <li key={id}>
          <Link
            to={`/seasons/${seasonId}/applicants/${applicantId}`}
            className="flex items-center gap-4 rounded-md border border-hairline bg-surface p-4 hover:border-control"
          >
            <span className="min-w-0 flex-1">
              <span className="block font-bold">{applicant}</span>
              <span className="block break-words">{question}</span>
            </span>
            <ChevronRight size={18} className="shrink-0 text-muted" aria-hidden />
          </Link>
        </li>
      ))}
    </ul>
  </section>
);
