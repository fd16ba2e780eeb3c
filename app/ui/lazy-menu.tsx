// The menu, fetched when it is first wanted. Call `preloadMenu` when a pointer or the focus comes near its button.
import { lazy, Suspense } from "react";
import type { MenuProps } from "./menu-group";

const load = () => import("./menu").then(({ Menu }) => ({ default: Menu }));
const LoadedMenu = lazy(load);

export const preloadMenu = (): void => {
  // Failing here costs nothing: opening the menu tries again and reports.
  load().catch(() => {});
};

export const LazyMenu = (props: MenuProps) => (
  <Suspense fallback={null}>
    <LoadedMenu {...props} />
  </Suspense>
);
