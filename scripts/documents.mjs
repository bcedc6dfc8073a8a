// What the documents say is held against what is there: links, commands, error codes, and what must not be published.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** @returns {string[]} one line a problem */
export function documentProblems(root) {
  const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  })
    .trim()
    .split("\n")
    .filter((file) => existsSync(join(root, file)));
  const read = (file) => readFileSync(join(root, file), "utf8");
  const documents = files.filter((file) => file.endsWith(".md"));
  return [
    ...documents.flatMap((file) => brokenLinks(root, file, read(file))),
    ...documents.flatMap((file) => unknownCommands(file, read(file), scriptsOf(read), commandsOf(files, read))),
    ...errorCodes(files, read),
    ...foreignWords(files, read),
  ];
}

function brokenLinks(root, file, text) {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target)
    .filter((target) => !/^(https?:|mailto:|#)/.test(target))
    .filter((target) => !existsSync(join(root, dirname(file), target.replace(/#.*$/, ""))))
    .map((target) => `${file}: the link to ${target} leads nowhere`);
}

function scriptsOf(read) {
  return new Set([
    "ci",
    "install",
    "start",
    "test",
    "--silent",
    ...Object.keys(JSON.parse(read("package.json")).scripts),
  ]);
}

/** The names that `src/cli/*.ts` give to commander. */
function commandsOf(files, read) {
  const sources = files.filter((file) => file.startsWith("src/cli/"));
  return new Set([
    "--help",
    ...sources.flatMap((file) => [...read(file).matchAll(/\.command\("([a-z-]+)/g)].map(([, name]) => name)),
  ]);
}

/** Commands in code, such as `recount check` or `npm run demo`. */
function unknownCommands(file, text, scripts, commands) {
  const code = [...text.matchAll(/```[a-z]*\n([\s\S]*?)```|`([^`\n]+)`/g)].flatMap(([, block, inline]) =>
    (block ?? inline).split("\n"),
  );
  return code.flatMap((line) => {
    const script = /\bnpm (?:run )?(?:--silent )?(?:run )?([a-z:-]+)/.exec(line)?.[1];
    const command = /^\s*(?:\$ )?(?:npm run --silent recount -- |recount )([a-z-]+)/.exec(line)?.[1];
    return [
      ...(script !== undefined && !scripts.has(script) ? [`${file}: there is no npm script "${script}"`] : []),
      ...(command !== undefined && !commands.has(command) ? [`${file}: there is no command "recount ${command}"`] : []),
    ];
  });
}

const raising = /(?:new \w*Error|super|failure|coded|unusable)\(\s*(?:"([A-Z][A-Z0-9_]+)"|`([A-Z]+_)\$\{)/g;

/** docs/errors.md and the code list the same codes; a code that ends in a number of its own is listed with a star. */
function errorCodes(files, read) {
  const raised = new Map();
  for (const file of files.filter((name) => /^(src|jobs)\/.*\.tsx?$/.test(name)))
    for (const [, code, stem] of read(file).matchAll(raising)) raised.set(code ?? `${stem}*`, file);
  const listed = new Set([...read("docs/errors.md").matchAll(/^\| `([A-Z0-9_*]+)`/gm)].map(([, code]) => code));
  return [
    ...[...raised]
      .filter(([code]) => !listed.has(code))
      .map(([code, file]) => `docs/errors.md: lacks ${code}, which ${file} raises`),
    ...[...listed]
      .filter((code) => !raised.has(code))
      .map((code) => `docs/errors.md: lists ${code}, which nothing raises`),
  ];
}

/** Paths of one machine, and hosts of a package registry in the lock file. */
function foreignWords(files, read) {
  const texts = files.filter((file) => /\.(ts|tsx|mjs|cjs|js|json|md|ya?ml|sql|sh)$|^\.ci\/|Dockerfile/.test(file));
  const machine = texts
    .filter(
      (file) => file !== "scripts/documents.mjs" && /(?:^|[\s"'`(=])\/(?:work|home|Users)\/[a-z]/m.test(read(file)),
    )
    .map((file) => `${file}: holds a path of one machine`);
  const resolved = read("package-lock.json").includes('"resolved": "http')
    ? ["package-lock.json: names a registry's host"]
    : [];
  return [...machine, ...resolved];
}
