// What the room did, in words: what it was, what was written with it, and by whom. As the drawer and the room say it themselves.
import { counted } from "../../domain/count-words";
import type { MeetingEvent } from "../../domain/events";
import type { ApplicantId } from "../../domain/ids";
import { roleWords } from "../../domain/member";
import type { BeforeTheRoom, MinutesEntry, MovedLine } from "../../domain/minutes";
import { ballotChoices, ballotWords, stageWords } from "../../domain/room";
import type { MinutesPage } from "../../server/context/looking-back";
import { moveWords, signerOf, toldOf } from "../meeting/drawer/history-words";
import { memberName, objectionTitle } from "../meeting/drawer/mark-words";
import { callAnswers } from "../meeting/room/call-words";
import { outcomeWords, tallyOf } from "../meeting/room/room-words";
import { clockWords } from "../ui/clock-words";
import { typed } from "./reason-words";

export interface MinutesLine {
  key: string;
  /** An applicant, where it is about one. */
  name?: string;
  what: string;
  /** As it was written. */
  words?: string | undefined;
  by?: string;
}

/** A heading where several things are told together. */
export interface MinutesWords {
  heading?: string;
  by?: string;
  lines: MinutesLine[];
}

type Names = Pick<MinutesPage, "names" | "signers">;

export function minutesWords(entry: MinutesEntry, about: Names): MinutesWords {
  const nameOf = (id: ApplicantId) => about.names[id] ?? "An applicant";
  switch (entry.kind) {
    case "moves":
      return { lines: entry.lines.map((line) => movedLine(line, about)) };
    case "discussed":
      return {
        heading: "Before the room",
        by: memberName(about.signers, entry.by),
        lines: entry.items.map((item) => ({
          key: String(item.seq),
          name: nameOf(item.applicantId),
          what: discussedWords(item),
        })),
      };
    case "call": {
      const { ranks, applicantIds, closed, noObjection, objections } = entry;
      const range = ranks ? (ranks[0] === ranks[1] ? `rank ${ranks[0]}` : `ranks ${ranks[0]} to ${ranks[1]}`) : "";
      const answers = callAnswers({ ...closed, noObjection, objections });
      return {
        heading: `Call for objections: ${range || counted(applicantIds.length, "applicant", "applicants")}`,
        by: memberName(about.signers, entry.by),
        lines: [
          { key: "answers", what: `${answers}${closed ? "" : "; still open"}` },
          ...objections.map(({ applicantId, by, sentence, ...objection }, index) => ({
            key: `${applicantId} ${index}`,
            name: nameOf(applicantId),
            what: objectionTitle(objection),
            words: sentence,
            by: memberName(about.signers, by),
          })),
        ],
      };
    }
    case "round":
      return { ...roundWords(entry, nameOf), by: memberName(about.signers, entry.by) };
    case "event":
      return { lines: [eventLine(entry, about)] };
  }
}

function movedLine(line: MovedLine, { names, signers }: Names): MinutesLine {
  const { seq, applicantId, from, to, moves, reason, isUndo, isRedo, isTakenBack, proposedBy, by } = line;
  const rest = [
    moves > 1 && `in ${moves} moves`,
    proposedBy !== undefined && `as ${memberName(signers, proposedBy)} proposed`,
    isUndo && "a move taken back",
    isRedo && "made again",
    isTakenBack && "taken back later",
  ].filter(Boolean);
  return {
    key: `${seq} ${applicantId}`,
    name: names[applicantId] ?? "An applicant",
    what: [moveWords(from, to), ...rest].join(", "),
    ...typed(reason),
    by: memberName(signers, by),
  };
}

function discussedWords({ milliseconds, outcomes }: BeforeTheRoom): string {
  const time = milliseconds === undefined ? "" : clockWords(Math.round(milliseconds / 1000));
  return [time, ...outcomes.map((outcome) => outcomeWords[outcome])].filter(Boolean).join(" · ") || "now";
}

function roundWords(
  { isAnonymous, applicantIds, ended }: Extract<MinutesEntry, { kind: "round" }>,
  nameOf: (id: ApplicantId) => string,
): MinutesWords {
  const heading = isAnonymous ? "Silent round, without names" : "Silent round";
  if (!ended) {
    return { heading, lines: applicantIds.map((id) => ({ key: id, name: nameOf(id), what: "not revealed yet" })) };
  }
  if (ended.how === "discarded") {
    return { heading, lines: [{ key: "discarded", what: "Discarded", words: ended.reason }] };
  }
  const { ballots, late } = ended;
  const lines: MinutesLine[] = applicantIds.map((id) => {
    const tally = tallyOf(ballots, id);
    const given = ballotChoices.filter((choice) => tally[choice] > 0);
    const none = isAnonymous ? "too few ballots to be told" : "no ballots";
    const what = given.map((choice) => `${ballotWords[choice]} ${tally[choice]}`).join(", ") || none;
    return { key: id, name: nameOf(id), what };
  });
  if (late > 0) lines.push({ key: "late", what: counted(late, "ballot came late", "ballots came late") });
  return { heading, lines };
}

function eventLine({ event, from, seq }: Extract<MinutesEntry, { kind: "event" }>, about: Names): MinutesLine {
  const { names, signers } = about;
  const id = event.type === "applicantAdded" ? event.applicant.id : "applicantId" in event ? event.applicantId : "";
  const told = (id && toldOf({ event, ...(from && { from }) }, signers)) || roomWords(event, about);
  return { key: String(seq), ...(id && { name: names[id] ?? "An applicant" }), ...told, by: signerOf(event, signers) };
}

/** What is about no applicant, or is told in the room alone. */
function roomWords(event: MeetingEvent, { signers }: Names): Pick<MinutesLine, "what" | "words"> {
  switch (event.type) {
    case "preliminaryFrozen":
      return { what: "Opened with the preliminary list" };
    case "stageChanged":
      return { what: `${stageWords[event.stage]} began` };
    case "settingsChanged": {
      const { quota, championLimit, flagAuthorsShown } = event;
      const changes = [
        quota !== undefined && `quota ${quota}`,
        championLimit !== undefined && `${counted(championLimit, "champion", "champions")} a member`,
        flagAuthorsShown !== undefined && `authors of flags ${flagAuthorsShown ? "shown to all" : "shown to hosts"}`,
      ].filter(Boolean);
      return { what: `Settings changed: ${changes.join(", ")}` };
    }
    case "memberAdded":
      return { what: `${event.member.name} came onto the roster: ${roleWords[event.member.role]}` };
    case "memberChanged":
      return { what: `On the roster now: ${event.name}, ${roleWords[event.role]}` };
    case "memberRemoved":
      return { what: `${memberName(signers, event.memberId)} left the roster` };
    case "applicantSettled":
      return { what: outcomeWords[event.outcome] };
    case "moveProposed":
      return { what: "A move was proposed", ...typed(event.reason) };
    case "proposalDeclined":
      return { what: "A proposed move was declined", words: event.reason };
    case "directMovesChanged":
      return { what: event.isDirect ? "Members move applicants directly" : "Members propose moves" };
    case "hostHanded":
      return { what: `The host's part was handed to ${memberName(signers, event.memberId)}` };
    case "hostTaken":
      return { what: `The host's part was taken back from ${memberName(signers, event.memberId)}` };
    case "listLocked":
      return {
        what: `Locked, version ${event.version}${event.sha256 ? `, SHA-256 ${event.sha256}` : ""}`,
        words: event.reason,
      };
    case "listUnlocked":
      return { what: `Version ${event.version} unlocked`, words: event.reason };
    default:
      return { what: "Something was changed" };
  }
}
