// The preliminary list, in whichever stage it is: a draft that is worked on, a freeze that was cut short, or frozen.
import type { PreliminaryPage } from "../../server/context/preliminary";
import type { SignedInPerson } from "../../server/load-context";
import { BuilderScreen } from "./builder-screen";
import { CutShort } from "./cut-short";
import { FrozenList } from "./frozen-list";

interface PreliminaryScreenProps {
  person: SignedInPerson;
  page: PreliminaryPage;
}

export function PreliminaryScreen({ person, page }: PreliminaryScreenProps) {
  switch (page.stage) {
    case "draft":
      return <BuilderScreen key={`${page.opened.state.id} ${person.id}`} person={person} page={page} />;
    case "cutShort":
      return <CutShort person={person} page={page} />;
    case "frozen":
      return <FrozenList person={person} page={page} />;
  }
}
