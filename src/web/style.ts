import type { Dossier } from "../dossier/dossier.ts";
import { claimantColours } from "./side-colour.ts";

/** The dashboard's only style sheet, served as `/style.css`. */
export function styleOf(dossier: Dossier): string {
  const rules = [...claimantColours(dossier)].map(
    ([code, colour]) => `.side[data-code="${inCssString(code)}"] { color: ${colour}; }\n`,
  );
  return `${sheet}${rules.join("")}`;
}

/** A text between quotes of CSS: all but letters and digits by their numbers. */
function inCssString(text: string): string {
  return text.replaceAll(/[^a-z0-9]/giu, (mark) => `\\${(mark.codePointAt(0) ?? 0).toString(16)} `);
}

const sheet = `
:root { color-scheme: light dark; --ink: #1b1d21; --soft: #5c6370; --line: #dcdfe4; --paper: #fbfbfa; --card: #ffffff;
  --accent: #2766a8; --side-0: #b23a48; --side-1: #2766a8; --side-2: #8a5a00; --side-3: #7a4bb0; --other: #2f7a52; --warn: #a65b00; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e9eb; --soft: #9aa1ad; --line: #33373f; --paper: #16181c;
  --card: #1d2025; --accent: #7db0e8; --side-0: #e58a95; --side-1: #7db0e8; --side-2: #d9b45c; --side-3: #c3a3ee; --other: #7fcaa0; --warn: #e0a458; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
header, main, footer { max-width: 1120px; margin: 0 auto; padding: 0 24px; }
header { display: flex; gap: 24px; align-items: baseline; padding-top: 20px; padding-bottom: 12px; border-bottom: 1px solid var(--line); }
header .name { font-weight: 700; font-size: 20px; letter-spacing: -0.02em; color: var(--ink); }
header nav { display: flex; gap: 18px; }
header .story { margin-left: auto; color: var(--soft); font-size: 13px; }
a { color: var(--accent); text-decoration: none; } a:hover { text-decoration: underline; }
nav a[aria-current] { color: var(--ink); font-weight: 600; }
h1 { font-size: 26px; letter-spacing: -0.02em; margin: 28px 0 4px; } h2 { font-size: 18px; margin: 32px 0 8px; }
p.lead { color: var(--soft); margin: 0 0 16px; max-width: 72ch; }
table { border-collapse: collapse; width: 100%; background: var(--card); border: 1px solid var(--line); }
th, td { text-align: left; vertical-align: top; padding: 9px 12px; border-bottom: 1px solid var(--line); }
th { font-size: 12px; font-weight: 600; color: var(--soft); }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
th { white-space: nowrap; }
td.wide, th.wide { width: 42%; } .claim + .claim { margin-top: 4px; }
.soft { color: var(--soft); font-size: 13px; } .nowrap { white-space: nowrap; }
.side { font-weight: 600; }
.kind { display: inline-block; padding: 1px 8px; border-radius: 9px; font-size: 12px; border: 1px solid var(--line); white-space: nowrap; }
.kind.raised, .kind.added, .kind.status_changed { border-color: var(--accent); color: var(--accent); }
.kind.lowered, .kind.disputed, .kind.withdrawn, .kind.corrected, .bad { border-color: var(--warn); color: var(--warn); }
blockquote { margin: 6px 0; padding-left: 12px; border-left: 3px solid var(--line); color: var(--soft); }
mark { background: #ffe9a8; color: #1b1d21; padding: 0 2px; border-radius: 2px; }
figure { margin: 12px 0; background: var(--card); border: 1px solid var(--line); padding: 12px; overflow-x: auto; }
figure svg { width: 100%; height: auto; background: transparent !important; color: var(--ink); }
figure svg { min-width: 640px; } .scroll { overflow-x: auto; } .long, td, blockquote { overflow-wrap: break-word; }
.filter { margin: 0 0 16px; } .filter select { max-width: 100%; } :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.empty { padding: 24px; background: var(--card); border: 1px solid var(--line); color: var(--soft); }
.text { white-space: pre-wrap; background: var(--card); border: 1px solid var(--line); padding: 16px 20px; max-width: 80ch; }
footer { color: var(--soft); font-size: 13px; padding-top: 32px; padding-bottom: 32px; }
@media (max-width: 700px) { header { flex-wrap: wrap; gap: 10px; } header .story { margin-left: 0; width: 100%; }
  td.wide { min-width: 240px; } }
@media print { nav, .filter { display: none; } body { font-size: 11px; } th, td { padding: 4px 6px; }
  .scroll, figure { overflow: visible; } figure svg { min-width: 0; } .nowrap, th { white-space: normal; } tr, figure { break-inside: avoid; } }
`;
