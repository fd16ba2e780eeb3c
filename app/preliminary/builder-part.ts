// What can be opened over or beside the preliminary list. Types only: naming a part does not load it.

export type BuilderPart =
  | { kind: "start"; snapshot?: number }
  | { kind: "snapshots" }
  | { kind: "checks" }
  | { kind: "freeze" };
