// Loaded into every measured server: SIGURG collects garbage, so that memory per connection compares what is alive.
if (globalThis.gc)
  process.on("SIGURG", () => {
    globalThis.gc();
    globalThis.gc();
  });
