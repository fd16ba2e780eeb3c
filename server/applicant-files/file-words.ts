// Rows of questions and calls as their reader may see and use them.
import type { OpenQuestionRow } from "../../db/open-questions";
import type { OutsideContactRow } from "../../db/outside-contacts";
import type { SeasonRow } from "../../db/seasons";
import type { MemberId } from "../../domain/ids";
import type { Role } from "../../domain/member";
import { mayInSeason } from "../../domain/season-policy";
import type { ContactLine, QuestionLine, StruckWords } from "../context/applicant-files";

export interface FileReader {
  personId: MemberId;
  role: Role;
}

interface StruckRow {
  struckAt: Date | null;
  struckBy: string | null;
  struckReason: string | null;
}
const struckWords = ({ struckAt, struckBy, struckReason }: StruckRow): StruckWords | null =>
  struckAt && { at: struckAt.toISOString(), by: struckBy ?? "", reason: struckReason ?? "" };

/** FILE-5: one's own, or as a host. */
export const mayStrike = (authorId: MemberId, { personId, role }: FileReader): boolean =>
  authorId === personId || mayInSeason(role, "strikeContact");

/** FILE-3: its owner, and whoever prepares. */
export const mayAnswer = ({ ownerId }: Pick<OpenQuestionRow, "ownerId">, { personId, role }: FileReader): boolean =>
  ownerId === personId || mayInSeason(role, "changeFile");

/** FILE-4: before the freeze they are told to those who prepare; one's own always. */
export const seesAllContacts = ({ role }: FileReader, { isFrozen }: Pick<SeasonRow, "isFrozen">): boolean =>
  isFrozen || mayInSeason(role, "readContacts");

export const maySeeContact = (
  { loggedById }: Pick<OutsideContactRow, "loggedById">,
  reader: FileReader,
  season: Pick<SeasonRow, "isFrozen">,
): boolean => loggedById === reader.personId || seesAllContacts(reader, season);

export function questionLine(row: OpenQuestionRow, reader: FileReader): QuestionLine {
  const { id, question, owner, askedBy, answer, answeredBy, answeredAt } = row;
  const isOpen = answeredAt === null && row.struckAt === null;
  return {
    id,
    question,
    owner,
    isMine: row.ownerId === reader.personId,
    askedBy,
    askedAt: row.askedAt.toISOString(),
    answer: answeredAt && { sentence: answer ?? "", by: answeredBy ?? "", at: answeredAt.toISOString() },
    struck: struckWords(row),
    mayAnswer: isOpen && mayAnswer(row, reader),
    mayStrike: row.struckAt === null && mayStrike(row.askedById, reader),
  };
}

export function contactLine(row: OutsideContactRow, reader: FileReader): ContactLine {
  const { id, colleague, relation, heldOn, provenance, sentence, loggedBy } = row;
  return {
    id,
    colleague,
    relation,
    heldOn,
    provenance,
    sentence,
    loggedBy,
    loggedAt: row.loggedAt.toISOString(),
    struck: struckWords(row),
    mayStrike: row.struckAt === null && mayStrike(row.loggedById, reader),
  };
}
