// What a service answers a page. Types only, as in load-context.

/** Why nothing was done or shown, in a sentence; `field` names the form's field that it is about. */
export interface ProgramRefusal {
  ok: false;
  /** 400: what was typed; 403: not for your role; 404: no program of yours; 409: as things stand. */
  status: 400 | 403 | 404 | 409;
  message: string;
  field?: string;
}
export type ProgramAnswer<Told = object> = ({ ok: true } & Told) | ProgramRefusal;

/** A form's fields as they were typed. */
export type Typed = Readonly<Record<string, string>>;
