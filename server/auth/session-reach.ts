// How far a session reaches (JOIN-4), in one place for every page. A full sign-in reaches what its person may see. One that was
// given at a meeting's door is nobody at all outside the few addresses below, so that a new page is closed to it until somebody
// opens it here; and inside them its services know that one meeting and no other.
import type { MeetingId } from "../../domain/ids";
import { meetingUnknown } from "../failure";
import type { DoorService, MeetingService, SignedInPerson } from "../load-context";
import type { OpenSession } from "./session";

interface Services {
  meetings: MeetingService;
  door: DoorService;
}

interface Reach extends Services {
  person: SignedInPerson | null;
}

/** What a limited session may open below `/meetings/:id`; the same with `.data`, as the router asks for it. */
const openPaths =
  /^(?:|\/lobby|\/lobby-state|\/own-device|\/voices|\/differences|\/minutes|\/at(?:\/\d{1,9})?|\/applicants\/[0-9a-f-]{36}\/(?:history|interview|beside|opened))(?:\.data)?$/;

export function reachOf(
  session: Pick<OpenSession, "person" | "limitedTo"> | null,
  path: string,
  services: Services,
): Reach {
  if (!session) return { person: null, ...services };
  const { person, limitedTo } = session;
  if (limitedTo === null) return { person, ...services };
  const base = `/meetings/${limitedTo}`;
  const isOpen = path.startsWith(base) && openPaths.test(path.slice(base.length));
  return {
    person: isOpen ? { ...person, limitedTo } : null,
    meetings: meetingsWithin(limitedTo, services.meetings),
    door: doorWithin(limitedTo, services.door),
  };
}

function meetingsWithin(limitedTo: MeetingId, all: MeetingService): MeetingService {
  return {
    listFor: async () => [],
    open: async (meetingId, personId) => (meetingId === limitedTo ? all.open(meetingId, personId) : null),
    noteRead: async (meetingId, applicantId, personId) =>
      meetingId === limitedTo && all.noteRead(meetingId, applicantId, personId),
    historyOf: async (meetingId, applicantId, personId) =>
      meetingId === limitedTo ? all.historyOf(meetingId, applicantId, personId) : null,
    interviewOf: async (meetingId, applicantId, personId) =>
      meetingId === limitedTo ? all.interviewOf(meetingId, applicantId, personId) : null,
    besideFileOf: async (meetingId, applicantId, personId) => {
      const beside = meetingId === limitedTo ? await all.besideFileOf(meetingId, applicantId, personId) : null;
      return beside && { ...beside, file: null };
    },
    // Whoever hosts has signed in.
    agendaScoresOf: async () => null,
    // Files leave the room: for a sign-in, whoever's name it is.
    rankListFile: async () => ({ ok: false, status: 404, message: meetingUnknown.message }),
    programOf: async () => null,
  };
}

function doorWithin(limitedTo: MeetingId, all: DoorService): DoorService {
  return {
    view: async () => null,
    run: async (meetingId, personId, command) => {
      const isOwn = command.act === "letMineIn" || command.act === "refuseMine";
      if (meetingId === limitedTo && isOwn) return all.run(meetingId, personId, command);
      return { ok: false, refusal: { code: "meetingUnknown" } };
    },
    // Whoever was admitted at the door has pledged there.
    pledgeAsked: async () => null,
    pledge: async () => false,
    lobby: async (meetingId, personId) => (meetingId === limitedTo ? all.lobby(meetingId, personId) : null),
  };
}
