// What is asked about a roster, and so which dialog is open.
import type { RosterLine } from "../../server/load-context";

export type RosterRequest =
  /** `person`: put back on the roster. */
  | { kind: "add"; person: RosterLine | null }
  | { kind: "change"; person: RosterLine }
  | { kind: "remove"; person: RosterLine }
  | { kind: "invite"; person: RosterLine };
