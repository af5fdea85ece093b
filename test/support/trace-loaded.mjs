// Preloaded into a process: writes down every module it loads, CommonJS and ESM alike.
import { appendFileSync } from "node:fs";
import module, { createRequire } from "node:module";

const file = process.env["TRACE_LOADED"];

module.register(
  `data:text/javascript,${encodeURIComponent(`
    import { appendFileSync } from "node:fs";
    export async function load(url, context, next) {
      appendFileSync(${JSON.stringify(file)}, url + "\\n");
      return next(url, context);
    }`)}`,
);
process.on("exit", () => {
  for (const path of Object.keys(createRequire(import.meta.url).cache))
    appendFileSync(file, `${path}\n`);
});
