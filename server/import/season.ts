// A season ready to open a meeting on: what the import reads from files, and what the demo makes up.
import type { FileColumns } from "../../domain/commands";
import type { ApplicantRow } from "./applicants-file";
import type { ListOrder } from "./match-list";
import type { PersonRow } from "./people-file";

export interface Season {
  title: string;
  /** Seven digits, a letter, a digit: `1000140C0`. */
  programCode: string;
  /** Positions offered in the Match. */
  quota: number;
  /** Was the quota said, or is it the default? */
  quotaGiven: boolean;
  matchYear: number;
  members: PersonRow[];
  applicants: ApplicantRow[];
  /** What the applicants' file has columns for; absent: its facts are all that is known of somebody. */
  columns?: FileColumns;
  /** Keys of applicants (`applicantKey`): AAMC IDs, or NRMP IDs where there is no other. */
  list: ListOrder;
  /** Plain text for the command line: counts, columns left out, every row that could not be taken. */
  report: string;
}

export const programCodePattern = /^\d{7}[A-Z]\d$/;
export const defaultQuota = 15;
