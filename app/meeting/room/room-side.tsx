// The room beside the list: the spotlight, a round, what is proposed, the agenda, and the hosts' part. Fetched when there is
// something in it, or when a host is here.
import type { ListDesk } from "../list/list-desk";
import { useMay } from "../use-may";
import { AgendaSection } from "./agenda-section";
import { FlagWorklist } from "./flag-worklist";
import { HostPeople } from "./host-people";
import { HostSection } from "./host-section";
import { ProposalSection } from "./proposal-section";
import { RoundSection } from "./round-section";
import { SpotlightSection } from "./spotlight-section";
import { useFollowing } from "./use-following";
import { useHostNews } from "./use-host-news";

export interface RoomSideProps {
  desk: ListDesk;
  openId: string | null;
  onOpen: (applicantId: string) => void;
}

export function RoomSide({ desk, openId, onOpen }: RoomSideProps) {
  const following = useFollowing(desk.focus, openId, onOpen, useMay("spotlightApplicant"));
  useHostNews();
  return (
    <>
      <SpotlightSection following={following} onOpen={onOpen} />
      <RoundSection />
      <ProposalSection desk={desk} />
      <AgendaSection onOpen={onOpen} />
      <FlagWorklist onOpen={onOpen} />
      <HostSection />
      <HostPeople />
    </>
  );
}
