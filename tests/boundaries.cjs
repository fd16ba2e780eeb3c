// Who may import whom (docs/ARCHITECTURE.md). Run by `npm run boundaries`; types count as imports too.
const packages = "(^|/)node_modules/";

/** From `from`, nothing but what `allowed` matches. */
const only = (name, comment, from, allowed) => ({
  name,
  comment,
  severity: "error",
  from: { path: from },
  to: allowed,
});

module.exports = {
  forbidden: [
    only("domain-is-pure", "The core imports itself and zod.", "^domain/", {
      pathNot: ["^domain/", `${packages}zod/`],
    }),
    only("db-is-below", "The database knows the core and its own driver.", "^db/", {
      pathNot: ["^(db|domain)/", `${packages}(@types/)?(kysely|pg)/`],
      dependencyTypesNot: ["core"],
    }),
    only("migrations-are-frozen", "A migration that imports current code changes with it.", "^db/migrations/", {
      pathNot: [`${packages}kysely/`, "^crypto$"],
    }),
    {
      name: "server-knows-no-pages",
      comment: "The server gets the pages as a build, at run time.",
      severity: "error",
      from: { path: "^server/" },
      to: { path: "^(app|tests|bench)/" },
    },
    {
      name: "pages-know-no-server",
      comment: "Pages run in the browser. What the server hands them is described in server/load-context, as types.",
      severity: "error",
      from: { path: "^app/" },
      to: { path: "^(server|db|tests|bench)/", pathNot: "^server/(load-context\\.ts$|context/)" },
    },
    {
      name: "load-context-is-types",
      comment: "Singletons travel through the context; an import would make a second one.",
      severity: "error",
      from: { path: "^app/" },
      to: { path: "^server/(load-context\\.ts$|context/)", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "one-way-to-the-socket",
      comment: "The meeting store is the only place where pages speak to the socket.",
      severity: "error",
      from: { path: "^app/", pathNot: "^app/meeting-store/" },
      to: { path: `${packages}(socket\\.io-client|engine\\.io-client)/` },
    },
    {
      name: "nothing-imports-tests",
      severity: "error",
      from: { pathNot: "^tests/" },
      to: { path: "^tests/" },
    },
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-barrels",
      comment: "Import the file that has the thing.",
      severity: "error",
      from: {},
      to: { path: "(^|/)index[.]tsx?$", pathNot: packages },
    },
    {
      name: "no-undeclared-packages",
      severity: "error",
      from: { path: "^(app|db|domain|server)/" },
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown", "unknown"] },
    },
    { name: "no-broken-imports", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(build|\\.data)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".json"],
    },
  },
};
