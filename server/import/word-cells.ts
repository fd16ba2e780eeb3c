// Reads cells that hold one of a few words, in the spellings of the systems that export them: yes and no, visas,
// school types, signals, application status, roles and zones.
import type { ApplicantFacts } from "../../domain/applicant";
import type { PastOutcome } from "../../domain/import-kinds";
import type { Role } from "../../domain/member";
import type { Zone } from "../../domain/zone";
import type { Read, Reader } from "./reading";

/** Lower case, letters and digits only: `H-1B`, `h1b` and `H 1B` are one. */
const wordKey = (cell: string): string => cell.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

function wordReader<T>(spellings: readonly (readonly [T, string])[], expected: string): Reader<T> {
  const values = new Map(spellings.flatMap(([value, words]) => words.split("|").map((word) => [wordKey(word), value])));
  return (cell): Read<T> => {
    const value = values.get(wordKey(cell));
    return value === undefined ? { expected } : { value };
  };
}

export const readYesNo = wordReader<boolean>(
  [
    [true, "yes|y|true|1|x"],
    [false, "no|n|false|0|none"],
  ],
  "Yes or No",
);

/** Citizens and permanent residents need no sponsorship; a visa that is not named stays `needed`. */
export const readVisa = wordReader<NonNullable<ApplicantFacts["visa"]>>(
  [
    [
      "none",
      "no|n|false|none|not needed|not required|no sponsorship|no sponsorship needed|us citizen|u.s. citizen|citizen|" +
        "us national|permanent resident|us permanent resident|lawful permanent resident|lpr|green card|" +
        "green card holder|ead|asylee|refugee",
    ],
    [
      "needed",
      "yes|y|true|needed|required|sponsorship needed|visa needed|j-1 or h-1b|h-1b or j-1|j-1/h-1b|h-1b/j-1|f-1",
    ],
    ["j1", "j-1|j1|j-1 visa|j1 visa|j-1 ecfmg"],
    ["h1b", "h-1b|h1b|h1-b|h-1b visa|h1b visa|h-1"],
  ],
  "Yes, No, J-1, H-1B, US Citizen or Permanent Resident",
);

export const readSchoolType = wordReader<NonNullable<ApplicantFacts["schoolType"]>>(
  [
    [
      "US MD",
      "us md|md|allopathic|us allopathic|u.s. public school|u.s. private school|us school|us medical school|" +
        "lcme|us senior|us md senior",
    ],
    ["US DO", "us do|do|osteopathic|osteopathic school|us osteopathic|us osteopathic school|us do senior|coca"],
    [
      "International",
      "international|international school|international medical school|img|us img|non-us img|foreign|" +
        "foreign school|foreign medical school|fmg",
    ],
  ],
  "US MD, US DO or International",
);

/** `undefined` as a value: the export says that there is no signal. */
export const readSignal = wordReader<ApplicantFacts["signal"] | "none">(
  [
    ["gold", "gold|gold signal"],
    ["silver", "silver|silver signal"],
    ["signal", "yes|y|true|signal|signaled|signalled|x"],
    ["none", "no|n|false|none|no signal|not signaled"],
  ],
  "Gold, Silver, Yes or No",
);

export const readRole = wordReader<Role>(
  [
    ["pd", "pd|program director|programme director|director"],
    ["associatePd", "associate pd|apd|associate program director|assistant pd|assistant program director"],
    ["coordinator", "coordinator|program coordinator|program manager|program administrator|pc"],
    ["chief", "chief|chief resident|chief residents"],
    ["faculty", "faculty|faculty member|attending|attending physician|core faculty|interviewer"],
    ["observer", "observer|guest"],
  ],
  "pd, associate pd, coordinator, chief, faculty or observer",
);

export const readZone = wordReader<Zone>(
  [
    ["protected", "protected|protect|protected zone|top|green"],
    ["middle", "middle|mid|middle zone|middle pool|rankable|rank|ranked"],
    ["red", "red|red zone|dnr|do not rank|don't rank|not ranked|unranked|will not rank|will not be ranked|no rank"],
  ],
  "protected, middle or red",
);

export const readPastOutcome = wordReader<PastOutcome>(
  [
    ["matchedHere", "matched here|matched|matched with us|matched to program|here"],
    ["matchedElsewhere", "matched elsewhere|elsewhere|matched other|matched to another program"],
    ["notReached", "not reached|unreached|did not reach|not needed"],
  ],
  "matched here, matched elsewhere or not reached",
);
