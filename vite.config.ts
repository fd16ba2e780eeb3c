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

export default defineConfig({
  plugins: [remix(remixConfig), tailwindcss()],
  build: {
    target: "es2022",
    // The Content-Security-Policy allows files of this site, not `data:` addresses.
    assetsInlineLimit: 0,
  },
  server: {
    hmr: { overlay: true },
    watch: { ignored: ["**/.data/**", "**/build/**", "**/bench/**", "**/tests/**"] },
  },
});
