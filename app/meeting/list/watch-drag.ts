// Sees to it that a drag ends. While a row is in the hand the list stands still, so a drag that nobody ends would hide the meeting
// from whoever lifted it: their tab is behind, the applicant is gone, nothing may be moved any more, or the library waits for an
// animation that never comes.
import type { SensorAPI } from "react-beautiful-dnd";

const LOOK_MS = 250;
/** The library brings a row home in a third to half of a second. */
const HOME_MS = 1000;

interface Watched {
  api: SensorAPI | null;
  /** Is there no sense in going on? */
  isGivenUp: () => boolean;
  /** The library's own end did not come. */
  onStuck: () => void;
}

/** From the lift on; returns what ends the watch. */
export function watchDrag({ api, isGivenUp, onStuck }: Watched): () => void {
  let letGoAt: number | undefined;
  let isAsked = false;
  const release = () => api?.tryReleaseLock();
  const look = () => {
    if (api?.isLockClaimed()) {
      if (!isGivenUp()) return;
      release();
    }
    letGoAt ??= performance.now();
    const waited = performance.now() - letGoAt;
    if (waited < HOME_MS) return;
    if (isAsked) return onStuck();
    isAsked = true;
    // The library takes any scroll for the end of its animation.
    window.dispatchEvent(new Event("scroll"));
  };
  const timer = window.setInterval(look, LOOK_MS);
  document.addEventListener("visibilitychange", release);
  window.addEventListener("blur", release);
  return () => {
    window.clearInterval(timer);
    document.removeEventListener("visibilitychange", release);
    window.removeEventListener("blur", release);
  };
}
