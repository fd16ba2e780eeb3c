// Do I follow the spotlight? Following brings its row into view and nothing more: no focus is taken, no dialog is closed. Whoever
// scrolls the list, or opens somebody else's file, browses freely until they rejoin.
import { useCallback, useEffect, useRef, useState } from "react";
import { useMeeting } from "../../meeting-store/use-meeting";
import type { RowFocus } from "../list/row-focus";

export interface Following {
  isFollowing: boolean;
  rejoin: () => void;
}

export function useFollowing(
  focus: RowFocus,
  openId: string | null,
  onOpen: (applicantId: string) => void,
  isHosting: boolean,
): Following {
  const spotlit = useMeeting(({ state }) => state.room.spotlight?.applicantId);
  const [isFollowing, setIsFollowing] = useState(true);
  const latest = useRef(isFollowing);
  latest.current = isFollowing;

  useEffect(() => {
    const list = focus.root;
    if (!list) return;
    const leave = () => setIsFollowing(false);
    list.addEventListener("wheel", leave, { passive: true });
    list.addEventListener("touchmove", leave, { passive: true });
    return () => {
      list.removeEventListener("wheel", leave);
      list.removeEventListener("touchmove", leave);
    };
  }, [focus]);
  const before = useRef(spotlit);
  useEffect(() => {
    const was = before.current;
    before.current = spotlit;
    if (openId === null || spotlit === undefined || openId === spotlit) return;
    // A host's file goes on with the room: its buttons would be pressed for the one before.
    if (isHosting && was !== spotlit && openId === was) onOpen(spotlit);
    else setIsFollowing(false);
  }, [openId, spotlit, isHosting, onOpen]);
  useEffect(() => {
    if (spotlit === undefined) return;
    // After this turn: a row that is far from the eye is put into the page first, which React does not do from within an effect.
    const frame = requestAnimationFrame(() => latest.current && focus.show(spotlit));
    return () => cancelAnimationFrame(frame);
  }, [spotlit, focus]);

  const rejoin = useCallback(() => {
    setIsFollowing(true);
    if (spotlit !== undefined) focus.show(spotlit);
  }, [spotlit, focus]);
  return { isFollowing, rejoin };
}
