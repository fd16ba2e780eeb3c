// A meeting follows its program: roster and settings, of which only what differs becomes an event (ROSTER-1). The same said
// twice changes nothing, and what an older version of the program says is not heard after a newer one.
import type { FollowProgram } from "./commands";
import { accept, type Decision } from "./decision";
import type { EventBody } from "./events";
import { DEFAULT_CHAMPION_LIMIT, isRecused, type MeetingState } from "./meeting";
import type { Member } from "./member";

type Recusal = NonNullable<FollowProgram["recusals"]>[number];

export function decideFollow(state: MeetingState, command: FollowProgram): Decision {
  const { meeting, version, flagAuthorsShown, members, removed, recusals = [] } = command;
  if (version < state.programVersion) return accept();
  const events: EventBody[] = [];
  const { championLimit = DEFAULT_CHAMPION_LIMIT } = meeting;
  if (state.seq === 0) events.push({ type: "meetingOpened", ...meeting, championLimit });
  if (flagAuthorsShown !== state.flagAuthorsShown) events.push({ type: "settingsChanged", flagAuthorsShown });
  events.push(...rosterEvents(state, members));
  // In one breath with their coming, so that nobody has seen for a moment what they are recused from.
  for (const recusal of recusals)
    if (isNews(state, members, recusal)) events.push({ type: "recusalDeclared", ...recusal });
  for (const memberId of removed) if (state.members[memberId]) events.push({ type: "memberRemoved", memberId });
  if (version !== state.programVersion) events.push({ type: "programFollowed", version });
  return accept(...events);
}

/** Of somebody who is new here, about an applicant who is here. What the director has lifted here since is not declared again. */
const isNews = (state: MeetingState, members: readonly Member[], { memberId, applicantId }: Recusal): boolean =>
  !state.members[memberId] &&
  members.some(({ id }) => id === memberId) &&
  state.applicants[applicantId] !== undefined &&
  !isRecused(state, memberId, applicantId);

/** Whoever is new, or goes by another name or role. */
export function rosterEvents(state: MeetingState, members: readonly Member[]): EventBody[] {
  return members.flatMap((member): EventBody[] => {
    const known = state.members[member.id];
    if (!known) return [{ type: "memberAdded", member }];
    if (known.name === member.name && known.role === member.role) return [];
    return [{ type: "memberChanged", memberId: member.id, name: member.name, role: member.role }];
  });
}
