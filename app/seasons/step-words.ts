// The steps of a season in words, and the screen where each is done.
import type { SeasonStepName } from "../../domain/season-steps";
import type { SeasonHome } from "../../server/context/seasons";

export const stepTitles: Record<SeasonStepName, string> = {
  roster: "People on the roster",
  applicants: "Applicants",
  interviews: "Who interviews whom",
  notes: "Interview notes",
  rubric: "Rubric",
  list: "Preliminary list",
  freeze: "Freeze the list",
  meeting: "The meeting",
  lock: "Lock the list",
};

/** What is done there, for a button. */
export const stepActs: Record<SeasonStepName, string> = {
  roster: "Go to the roster",
  applicants: "Import applicants",
  interviews: "Assign interviews",
  notes: "See who has not written",
  rubric: "Look at the rubric",
  list: "Arrange the list",
  freeze: "Go to the list",
  meeting: "Go to the meeting",
  lock: "Go to the meeting",
};

type StepSeason = Pick<SeasonHome, "id" | "programId" | "meetingId">;

/** Null where there is nowhere to go yet. */
export function stepLink(name: SeasonStepName, { id, programId, meetingId }: StepSeason): string | null {
  switch (name) {
    case "roster":
      return `/programs/${programId}/roster`;
    case "applicants":
      return `/seasons/${id}/import`;
    case "interviews":
    case "notes":
      return `/seasons/${id}/interviews`;
    case "rubric":
      return `/seasons/${id}/rubric`;
    case "list":
    case "freeze":
      return `/seasons/${id}/preliminary`;
    case "meeting":
    case "lock":
      return meetingId && `/meetings/${meetingId}`;
  }
}
