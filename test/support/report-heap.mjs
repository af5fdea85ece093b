// Loaded into a process under test before anything else, with --expose-gc: tells its heap when asked by SIGUSR2.
process.on("SIGUSR2", () => {
  globalThis.gc();
  const { heapUsed } = process.memoryUsage();
  process.stderr.write(`${JSON.stringify({ event: "heap", heapUsed })}\n`);
});
