// Runs in the measured page from its first line on: paints, shifts, interactions, frames, and when each moved row was shown.
// Self-contained, because it is sent there as text.

export interface PageLog {
  lcp: number;
  /** Largest window of layout shifts. */
  cls: number;
  /** Slowest entry of each interaction, ms. */
  interactions: { name: string; duration: number }[];
  frames: number[];
  /** Rows that were seen to travel, to come into the page or to leave it, with the epoch ms after the paint that showed them. */
  shown: { applicantId: string; at: number }[];
  /** The places of the ranked list in sight as whole rows, and the epoch ms from which on. */
  views: { first: number; last: number; at: number }[];
}

declare global {
  interface Window {
    pageLog: PageLog;
    recordFrames: (wanted: boolean) => void;
  }
}

export function observePage(): void {
  const log: PageLog = { lcp: 0, cls: 0, interactions: [], frames: [], shown: [], views: [] };
  window.pageLog = log;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) log.lcp = entry.startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });
  // The worst window, as browsers define it: at most five seconds, ended by one second of rest.
  const window5s = { sum: 0, first: 0, last: 0 };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as unknown as {
      value: number;
      startTime: number;
      hadRecentInput: boolean;
    }[]) {
      if (entry.hadRecentInput) continue;
      const { startTime } = entry;
      if (startTime - window5s.last > 1000 || startTime - window5s.first > 5000) {
        window5s.sum = 0;
        window5s.first = startTime;
      }
      window5s.last = startTime;
      window5s.sum += entry.value;
      log.cls = Math.max(log.cls, window5s.sum);
    }
  }).observe({ type: "layout-shift", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as unknown as { name: string; duration: number; interactionId: number }[]) {
      if (entry.interactionId) log.interactions.push({ name: entry.name, duration: entry.duration });
    }
  }).observe({ type: "event", durationThreshold: 16, buffered: true } as PerformanceObserverInit);

  const placeIn = (style: string | null): number => Number(/--place: ?([\d.]+)/.exec(style ?? "")?.[1] ?? 0);

  let last = 0;
  const frame = (now: number) => {
    if (last > 0) log.frames.push(now - last);
    last = now;
    if (isRecording) requestAnimationFrame(frame);
    else last = 0;
  };
  let isRecording = false;
  // Only then: asking for every frame costs the page one each time, needed or not.
  window.recordFrames = (wanted) => {
    isRecording = wanted;
    if (wanted) requestAnimationFrame(frame);
  };

  addEventListener("DOMContentLoaded", () => {
    const list = document.querySelector('[data-list="ranked"]');
    if (!list) return;
    const noteView = () => {
      const top = list.getBoundingClientRect().top;
      const height = list.querySelector("li")?.offsetHeight ?? 44;
      const upper = document.querySelector(".list-heading")?.getBoundingClientRect().bottom ?? 0;
      const first = Math.ceil((upper - top) / height);
      const last = Math.floor((innerHeight - top) / height) - 1;
      log.views.push({ first, last, at: performance.timeOrigin + performance.now() });
    };
    noteView();
    document.addEventListener("scroll", noteView, { capture: true, passive: true });
    /** Where each row in the page stood when last looked at. */
    const stood = new Map<string, number>();
    const look = () => {
      const travelled: string[] = [];
      const now = new Map<string, number>();
      for (const row of list.children as HTMLCollectionOf<HTMLElement>) {
        const { applicant } = row.dataset;
        if (applicant) now.set(applicant, placeIn(row.getAttribute("style")));
      }
      for (const [applicant, place] of now) {
        const before = stood.get(applicant);
        // Others only make room, by one row.
        if (before === undefined || Math.abs(place - before) > 2) travelled.push(applicant);
      }
      for (const applicant of stood.keys()) if (!now.has(applicant)) travelled.push(applicant);
      stood.clear();
      for (const [applicant, place] of now) stood.set(applicant, place);
      return travelled;
    };
    look();
    new MutationObserver((records) => {
      // A drag writes onto what is in the rows, many times a frame.
      if (!records.some(({ target }) => target === list || target.parentNode === list)) return;
      const ids = look();
      if (ids.length === 0) return;
      // A message that is posted now is read after the frame that is being made.
      const afterPaint = new MessageChannel();
      afterPaint.port1.onmessage = () => {
        const at = performance.timeOrigin + performance.now();
        for (const applicantId of ids) log.shown.push({ applicantId, at });
      };
      afterPaint.port2.postMessage(null);
    }).observe(list, { subtree: true, childList: true, attributeFilter: ["style"] });
  });
}
