// Builds the browser's and the server's half of the app. The server hands Vite its own HTTP server for hot updates
// (`server.hmr.server`), so development needs one port only.
import { vitePlugin as remix } from "@remix-run/dev";
import { minify } from "@swc/core";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin } from "vite";
import remixConfig from "./remix.config";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

/** Small parts that the meeting's page shares with others, in one file: each by itself would cost as much again. */
const shared =
  /\/(?:app\/ui\/(?:zone|connection)-mark|app\/meeting\/move-words|domain\/(?:count-words|meeting|rank-list))\.tsx?$/;

/** Each file of scripts as SWC makes it small, after everything else has been done to it (decision 0074). */
const minified: Plugin = {
  name: "minified",
  apply: "build",
  renderChunk: {
    order: "post",
    handler: async (code) => {
      const small = await minify(code, {
        ...{ module: true, toplevel: true, ecma: 2020, sourceMap: false, format: { comments: false } },
        compress: { passes: 3, ecma: 2020, module: true, toplevel: true },
        mangle: { toplevel: true },
      });
      return { code: small.code, map: null };
    },
  },
};

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [remix(remixConfig), tailwindcss(), ...(isSsrBuild ? [] : [minified])],
  build: {
    target: "es2022",
    // The Content-Security-Policy allows files of this site, not `data:` addresses.
    assetsInlineLimit: 0,
    ...(!isSsrBuild && {
      // By the plugin above: five in a hundred smaller than esbuild makes them.
      minify: false,
      cssMinify: "esbuild",
      rollupOptions: { output: { manualChunks: (id: string) => (shared.test(id) ? "shared" : undefined) } },
    }),
  },
  server: {
    hmr: { overlay: true },
    watch: { ignored: ["**/.data/**", "**/build/**", "**/bench/**", "**/tests/**"] },
  },
}));
