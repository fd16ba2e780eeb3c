// What becomes of a file's protected columns: dropped unread, or kept apart where the program director has turned that on.
import type { ImportView } from "../../server/context/imports";

interface ProtectedColumnsProps {
  columns: ImportView["protectedColumns"];
}

export const ProtectedColumns = ({ columns: { kept, dropped } }: ProtectedColumnsProps) => (
  <>
    {kept.length > 0 && (
      <p className="max-w-[70ch]">
        <span className="font-bold">Protected columns, kept apart for the equity check:</span> {kept.join(", ")}. They
        are in no applicant’s file and cannot be mapped; of them the program director sees counts of groups, and nobody
        sees anything else.
      </p>
    )}
    {dropped.length > 0 && (
      <p className="max-w-[70ch]">
        <span className="font-bold">Protected columns, dropped unread:</span> {dropped.join(", ")}. They are not kept
        and cannot be mapped.
      </p>
    )}
  </>
);
