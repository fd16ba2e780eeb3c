// What happened at a moment of a meeting, in a few words.
import type { Happening } from "../../domain/moments";
import { stageWords } from "../../domain/room";

export function happeningWords(happening: Happening): string {
  switch (happening.kind) {
    case "opened":
      return "Opened with the preliminary list";
    case "stage":
      return `${stageWords[happening.stage]} began`;
    case "callOpened":
      return "A call for objections began";
    case "callClosed":
      return "A call for objections ended";
    case "locked":
      return `Locked, version ${happening.version}`;
    case "unlocked":
      return `Version ${happening.version} unlocked`;
    case "quarter":
      return "The list had changed";
  }
}
