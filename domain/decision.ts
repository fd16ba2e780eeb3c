// What `decide` answers: events that happened, or the rejection that says why not.
import type { EventBody } from "./events";
import type { Rejection } from "./rejection";

export type Decision = { ok: true; events: EventBody[] } | { ok: false; rejection: Rejection };

export const accept = (...events: EventBody[]): Decision => ({ ok: true, events });
export const reject = (rejection: Rejection): Decision => ({ ok: false, rejection });
