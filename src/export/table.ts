/** What a column holds: the types of Table Schema that are needed here. */
export type ColumnType = "integer" | "number" | "string" | "boolean" | "date" | "datetime";

/** One column of an exported table. */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  /** HXL hashtag with attributes, without blanks: "#indicator+value+min". */
  readonly hashtag: string;
  readonly about: string;
  readonly required?: true;
}

export type TableName = "history" | "events" | "changes";

export interface ExportTable {
  readonly title: string;
  readonly about: string;
  readonly key: string;
  readonly columns: readonly Column[];
}

function column(name: string, type: ColumnType, hashtag: string, about: string): Column {
  return { name, type, hashtag, about };
}

function key(name: string, about: string): Column {
  return { ...column(name, "integer", "#meta+id", about), required: true };
}

const metric = column("metric", "string", "#indicator+code", "the dossier's name for what is counted");
const claimant = column("claimant", "string", "#org+claimant+code", "side that says so, other, or unattributed");
const low = column("low", "number", "#indicator+value+low+num", "lowest amount allowed");
const high = column("high", "number", "#indicator+value+high+num", "highest amount allowed; empty: open above");
const outlet = column("outlet", "string", "#meta+source+name", "who published");
const url = column("url", "string", "#meta+source+url", "address of the report");
const quote = column("quote", "string", "#description+quote", "the words of the report");

export const tables: Readonly<Record<TableName, ExportTable>> = {
  history: {
    title: "Figures",
    about: "Every figure that was ever read, with its report; retired ones included.",
    key: "figure_id",
    columns: [
      key("figure_id", "number of the figure"),
      metric,
      claimant,
      column("scope", "string", "#indicator+scope+code", "event, cumulative or planned"),
      column("as_of", "date", "#date+claim", "the day that the claim speaks of"),
      column("min", "number", "#indicator+value+min+num", "amount as printed"),
      column("max", "number", "#indicator+value+max+num", "amount as printed; empty: open above"),
      column(
        "qualifier",
        "string",
        "#indicator+qualifier+code",
        "exact, about, nearly, more_than, at_least, up_to or range",
      ),
      low,
      high,
      column("thing", "string", "#indicator+thing+code", "what is counted"),
      column("act", "string", "#indicator+act+code", "returned, held or offered"),
      column("from_side", "string", "#org+from+code", "side that gives, or holds"),
      column("to_side", "string", "#org+to+code", "side that receives"),
      column("period", "string", "#date+period+text", "words of the period as printed"),
      column("speaker", "string", "#contact+speaker+name", "who said it"),
      outlet,
      url,
      column("published_at", "datetime", "#date+published", "when the report was published"),
      quote,
      column("confidence", "number", "#indicator+confidence+num", "0 to 1: how sure the reading is"),
      column("trusted", "boolean", "#status+trusted", "whether it may move anything"),
      column("recorded_at", "datetime", "#date+recorded", "when Recount learned it"),
      column("retired_at", "datetime", "#date+retired", "when it stopped standing; empty: it stands"),
    ],
  },
  events: {
    title: "Exchanges",
    about: "All reports of one handover of one metric, as one event.",
    key: "event_id",
    columns: [
      key("event_id", "number of the event"),
      metric,
      column("day", "date", "#date+start", "day of the exchange"),
      column("last_day", "date", "#date+end", "latest day that a report gives"),
      column("printed", "string", "#indicator+value+text", "the amount in words"),
      low,
      high,
      column("voices", "integer", "#meta+voices+num", "independent tellings: copies of one agency count once"),
      column("reports", "integer", "#meta+reports+num", "reports that tell it"),
      column("disputed", "boolean", "#status+disputed", "whether reports of it disagree"),
    ],
  },
  changes: {
    title: "Changes",
    about: "Every departure from, or confirmation of, what stood before, with its reason.",
    key: "change_id",
    columns: [
      key("change_id", "number of the change"),
      column("noticed_at", "datetime", "#date+noticed", "when Recount noticed"),
      column("kind", "string", "#event+kind+code", "what kind of change"),
      metric,
      column("subject", "string", "#subsector+subject+code", "what the status is about"),
      claimant,
      column("baseline", "string", "#indicator+baseline+text", "what the baseline article says, in words"),
      column("previous", "string", "#indicator+previous+text", "value or state that stood before, in words"),
      column("new", "string", "#indicator+new+text", "new value or state, in words"),
      column("baseline_difference", "number", "#indicator+difference+baseline+num", "new value less the baseline's"),
      column("previous_difference", "number", "#indicator+difference+previous+num", "new value less the one before"),
      column("reason", "string", "#description+reason", "the change in a sentence"),
      column("needs_review", "boolean", "#status+review", "whether a person should look"),
      outlet,
      url,
      quote,
    ],
  },
};
