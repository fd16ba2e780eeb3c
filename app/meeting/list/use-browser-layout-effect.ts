// A layout effect that the server's render leaves out without a warning.
import { useEffect, useLayoutEffect } from "react";

export const useBrowserLayoutEffect = typeof document === "undefined" ? useEffect : useLayoutEffect;
