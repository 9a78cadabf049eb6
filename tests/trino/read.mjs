import { existsSync, readFileSync, statSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";

// dt-sql-parser imports folders and files without their endings, which Node itself does not find.
registerHooks({
  resolve(name, context, next) {
    if (!name.startsWith(".") || /\.m?js$/.test(name)) return next(name, context);
    const url = new URL(name, context.parentURL);
    const path = fileURLToPath(url);
    const folder = existsSync(path) && statSync(path).isDirectory();
    return next(folder ? `${name}/index.js` : `${name}.js`, context);
  },
});
const { TrinoSQL } = await import("dt-sql-parser");
const grammar = new TrinoSQL();
const statements = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(statements.map((text) => grammar.validate(text))));
