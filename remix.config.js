// The Remix options, read by vite.config.ts. Every v3 flag is on, so that the step to React Router 7 is a codemod.

/** @type {import("@remix-run/dev").VitePluginConfig} */
export default {
  appDirectory: "app",
  future: {
    v3_fetcherPersist: true,
    v3_lazyRouteDiscovery: true,
    v3_relativeSplatPath: true,
    v3_routeConfig: true,
    v3_singleFetch: true,
    v3_throwAbortReason: true,
    // Without it a cold dependency cache breaks the first page in development.
    unstable_optimizeDeps: true,
  },
};
