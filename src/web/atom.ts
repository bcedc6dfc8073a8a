import type { Dossier } from "../dossier/dossier.ts";
import type { ChangeRow } from "../store/dashboard.ts";

/** The change log as an Atom feed. @see RFC 4287 */
export function changesAtom(dossier: Dossier, changes: readonly ChangeRow[], origin: string): string {
  const updated = changes[0]?.noticed_at ?? new Date(0);
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>${escapeXml(`Recount: ${dossier.title}`)}</title>
<id>urn:recount:${escapeXml(dossier.name)}:changes</id><updated>${updated.toISOString()}</updated>
<author><name>Recount</name></author><link rel="self" href="${escapeXml(origin)}/changes.atom"/>
${changes.map((change) => entry(dossier, change, origin)).join("\n")}
</feed>
`;
}

function entry(dossier: Dossier, change: ChangeRow, origin: string): string {
  const title =
    dossier.metrics.find(({ name }) => name === change.metric)?.title ?? change.metric ?? change.subject ?? "";
  const target = change.figure_id === null ? "/changes" : `/figures/${String(change.figure_id)}`;
  return `<entry><id>urn:recount:${escapeXml(dossier.name)}:change:${String(change.change_id)}</id>
<title>${escapeXml(`${change.kind.replace("_", " ")}: ${title}`)}</title>
<updated>${change.noticed_at.toISOString()}</updated><link href="${escapeXml(origin + target)}"/>
<summary>${escapeXml(change.reason)}</summary></entry>`;
}

function escapeXml(text: string): string {
  // XML 1.0 has no way to write these characters at all.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  const legal = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
  return legal.replace(/[&<>"]/g, (mark) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[mark] ?? "&quot;");
}
