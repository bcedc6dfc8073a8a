import type { Figure, Span } from "../figure/figure.ts";
import { type Kind, overlap } from "./decide.ts";
import type { FigureMeaning } from "./meaning.ts";

/** Figures, as people decide about them. */
export const figureKind: Kind<FigureMeaning, Figure> = {
  isSame: isSameFigure,
  nearest: nearestFigure,
  made: (meaning, told, read) => ({ ...meaning, ...(read?.part === true ? { part: read.part } : {}), ...told }),
};

/** The words of the period and the speaker's name may be cut otherwise by another version. */
const meaningKeys = [
  ...(["thing", "group", "act", "from", "to", "reach", "min", "max"] as const),
  ...(["qualifier", "scope", "asOf", "speakerSide"] as const),
];

function isSameFigure(a: FigureMeaning, b: FigureMeaning): boolean {
  return meaningKeys.every((key) => JSON.stringify(a[key]) === JSON.stringify(b[key])) && isSameBasis(a, b);
}

function isSameBasis({ basis: a }: FigureMeaning, { basis: b }: FigureMeaning): boolean {
  if (a === null || b === null || a === "unknown" || b === "unknown") return a === b;
  return a.start === b.start && a.end === b.end && a.frame === b.frame;
}

/** Of those read for the same number, one of the same thing and way, else of the same amount. */
function nearestFigure(here: readonly Figure[], meaning: FigureMeaning, words: Span): Figure | undefined {
  const open = here.filter((figure) => overlap(numberOf(figure), words));
  const sameWay = ({ thing, act, from, to }: Figure) =>
    thing === meaning.thing && act === meaning.act && from === meaning.from && to === meaning.to;
  return open.find(sameWay) ?? open.find(({ min }) => min === meaning.min) ?? open[0];
}

function numberOf({ evidence }: Figure): Span {
  return evidence.cues.find((cue) => cue.kind === "number") ?? evidence;
}
