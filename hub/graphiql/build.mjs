// SPDX-License-Identifier: Apache-2.0
// Bundles main.jsx into the hub's resources and notes what it was made from; npm ci first. GraphiqlBundleTest compares the note.
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { build } from "esbuild";

const target = new URL("../src/main/resources/graphiql/", import.meta.url);
await build({
  entryPoints: { graphiql: "main.jsx" },
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  jsx: "automatic",
  define: { "process.env.NODE_ENV": '"production"' },
  legalComments: "linked",
  outdir: target.pathname,
});
const lines = [];
for (const file of ["package-lock.json", "main.jsx", "build.mjs"]) {
  lines.push(`${createHash("sha256").update(await readFile(new URL(file, import.meta.url))).digest("hex")}  ${file}`);
}
await writeFile(new URL("built-from.sha256", target), `${lines.join("\n")}\n`);
