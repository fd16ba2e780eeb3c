// Which part of a file is being written: a new entry, one that is there, or the explanation of a gap.
import type { Gap } from "../../domain/timeline";
import type { FilePart } from "../../server/context/applicant-files";

export interface PartEdit {
  part: FilePart;
  /** Which entry of the part; undefined for a new one, and for a part that is one sentence. */
  at?: number;
  /** The new entry explains this. */
  gap?: Gap;
}
