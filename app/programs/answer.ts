// A program's answer to a form, as a response. What is not theirs becomes a page that says so; what was typed wrong goes back to
// the form. Server only.
import { data } from "@remix-run/node";
import type { ProgramAnswer, ProgramRefusal, Typed } from "../../server/load-context";

/** @throws a response for 403 and 404. */
export function allowed<Told extends object>(answer: ProgramAnswer<Told>): ProgramAnswer<Told> {
  if (!answer.ok && (answer.status === 403 || answer.status === 404)) throw data(null, { status: answer.status });
  return answer;
}

/** For what is read: anything but the answer is a page that says so. @throws a response. */
export function told<Told extends object>(answer: ProgramAnswer<Told>): { ok: true } & Told {
  if (!answer.ok) throw data(null, { status: answer.status });
  return answer;
}

export const refused = (refusal: ProgramRefusal) => data(refusal, { status: refusal.status });

/** What was typed, and which of a page's forms it was. */
export function typedIn(form: FormData): { intent: string; typed: Typed } {
  const typed: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === "string") typed[name] = value;
  return { intent: typed.intent ?? "", typed };
}
