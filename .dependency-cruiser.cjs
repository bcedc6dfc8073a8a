/**
 * Who may import whom. Data flows one way, feed → report → figure → change, and each foreign part has one owner.
 * @type {import("dependency-cruiser").IConfiguration}
 */
const stages = ["feed", "report", "figure", "change"];
const joiners = "^src/(store|task|web|cli|demo|service)/|^jobs/";

/** A package may be imported from one place alone. */
function owner(name, packages, home) {
  return {
    name: `only-${name}`,
    severity: "error",
    comment: `${packages} has one owner: ${home}`,
    from: { path: "^(src|jobs)/", pathNot: home },
    to: { path: `node_modules/(${packages})/`, dependencyTypesNot: ["type-only"] },
  };
}

module.exports = {
  forbidden: [
    {
      name: "no-circles",
      severity: "error",
      from: { path: "^(src|jobs)/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    { name: "resolvable", severity: "error", from: { path: "^(src|jobs)/" }, to: { couldNotResolve: true } },
    {
      name: "figure-is-pure",
      severity: "error",
      comment: "figure imports nothing outside itself: no package, no node:, no other folder",
      from: { path: "^src/figure/" },
      to: { pathNot: "^src/figure/" },
    },
    {
      name: "change-sees-figure-only",
      severity: "error",
      from: { path: "^src/change/" },
      to: { pathNot: "^src/(change/|figure/figure\\.ts$)" },
    },
    {
      name: "locales-are-strangers",
      severity: "error",
      comment: "a locale never imports another",
      from: { path: "^src/figure/locale/(en|ru|uk|tr)([./])" },
      to: { path: "^src/figure/locale/(en|ru|uk|tr)([./])", pathNot: "^src/figure/locale/$1[./]" },
    },
    {
      name: "stages-do-not-join",
      severity: "error",
      comment: "stages know no store, task, web, cli or job",
      from: { path: `^src/(${stages.join("|")}|dossier|runtime)/` },
      to: { path: joiners },
    },
    ...stages.slice(0, -1).map((stage, place) => ({
      name: `${stage}-knows-no-later-stage`,
      severity: "error",
      from: { path: `^src/${stage}/` },
      to: { path: `^src/(${stages.slice(place + 1).join("|")})/` },
    })),
    {
      name: "runtime-is-the-floor",
      severity: "error",
      from: { path: "^src/runtime/" },
      to: { path: "^src/", pathNot: "^src/runtime/" },
    },
    {
      name: "jobs-start-with-the-process",
      severity: "error",
      comment: "only the process entry imports jobs",
      from: { path: "^src/", pathNot: "^src/(cli/run|service/)" },
      to: { path: "^jobs/" },
    },
    owner("store-owns-postgres", "pg|graphile-worker|node-pg-migrate", "^src/store/"),
    owner("runtime-owns-pino", "pino|pino-pretty", "^src/runtime/"),
    owner("markup-owns-cheerio", "cheerio", "^src/runtime/markup"),
    owner("runtime-or-report-owns-readability", "@mozilla/readability|defuddle", "^src/(runtime|report)/"),
    // Plot draws on a document; linkedom lends one.
    owner("markup-and-charts-own-linkedom", "linkedom", "^src/(runtime/|report/|web/chart)"),
    owner("runtime-owns-http", "undici", "^src/runtime/"),
    owner("report-owns-diff", "diff", "^src/report/"),
    owner("one-feed-parser", "rss-parser", "^src/feed/"),
    owner("one-scheduler", "node-cron", "^src/service/"),
    owner("web-owns-hono", "hono|@hono/node-server", "^src/(web|service)/"),
    owner("cli-owns-commander", "commander", "^src/cli/"),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: "specify",
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
