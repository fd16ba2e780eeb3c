// Who struck something, when and why.
import type { StruckWords } from "../../server/context/applicant-files";
import { Moment } from "../ui/moment";

export const StruckLine = ({ struck }: { struck: StruckWords | null }) =>
  struck && (
    <p className="text-meta text-muted">
      Struck by {struck.by}, <Moment at={struck.at} />: {struck.reason}
    </p>
  );
