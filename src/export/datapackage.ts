import { type TableName, tables } from "./table.ts";

/** Who the figures are about and from where, for the descriptor. */
export interface PackageAbout {
  readonly dossier: string;
  readonly title: string;
  /** The baseline article. */
  readonly source: { readonly title: string; readonly url: string };
  readonly created: Date;
}

/** What the person who exports may give others of it: the figures are facts; the quotes stay their publishers'. */
const licence = {
  name: "CC0-1.0",
  path: "https://creativecommons.org/publicdomain/zero/1.0/",
  title: "CC0 1.0: figures and structure; the quoted words stay their publishers' and are quoted as evidence",
};

/**
 * The descriptor of a Data Package with a CSV file for each table, `NAME.csv` beside `datapackage.json`.
 * @see Data Package 2.0, https://datapackage.org/standard/data-package/
 */
export function describePackage(about: PackageAbout, names: readonly TableName[]) {
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: `recount-${about.dossier.replaceAll(/[^a-z0-9._-]/g, "-")}`,
    title: about.title,
    description: "Figures of one story with their history, as Recount read them in news reports.",
    created: about.created.toISOString(),
    licenses: [licence],
    sources: [{ title: about.source.title, path: about.source.url }],
    resources: names.map((name) => describeTable(name)),
  };
}

function describeTable(name: TableName) {
  const { title, about, key, columns } = tables[name];
  return {
    ...{ name, type: "table", title, description: about, path: `${name}.csv`, scheme: "file", format: "csv" },
    ...{ mediatype: "text/csv", encoding: "utf-8" },
    dialect: { delimiter: ",", quoteChar: '"', doubleQuote: true, header: true },
    schema: {
      $schema: "https://datapackage.org/profiles/2.0/tableschema.json",
      fields: columns.map((column) => ({
        ...{ name: column.name, type: column.type, description: column.about },
        ...(column.type === "datetime" ? { format: "%Y-%m-%dT%H:%M:%S.%fZ" } : {}),
        ...(column.required ? { constraints: { required: true, unique: true } } : {}),
      })),
      primaryKey: [key],
      missingValues: [""],
    },
  };
}
