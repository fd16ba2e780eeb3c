// Builds the browser's and the server's half of the app. The server hands Vite its own HTTP server for hot updates
// (`server.hmr.server`), so development needs one port only.
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import remixConfig from "./remix.config";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

/** Small parts that the meeting's page shares with others, in one file: each by itself would cost as much again. */
const shared =
  /\/(?:app\/ui\/(?:zone|connection)-mark|app\/meeting\/move-words|domain\/(?:count-words|meeting|rank-list))\.tsx?$/;

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [remix(remixConfig), tailwindcss()],
  build: {
    target: "es2022",
    // The Content-Security-Policy allows files of this site, not `data:` addresses.
    assetsInlineLimit: 0,
    ...(!isSsrBuild && {
      rollupOptions: { output: { manualChunks: (id: string) => (shared.test(id) ? "shared" : undefined) } },
    }),
  },
  server: {
    hmr: { overlay: true },
    watch: { ignored: ["**/.data/**", "**/build/**", "**/bench/**", "**/tests/**"] },
  },
}));
