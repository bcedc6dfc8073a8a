import type { Pool } from "pg";
import { z } from "zod";
import { type Db, firstRow, rows, run } from "./query.ts";

export const muteKinds = ["metric", "outlet", "line"] as const;
export type MuteKind = (typeof muteKinds)[number];

/** What nobody wants to be told of. */
export interface Muted {
  readonly dossier: string;
  readonly kind: MuteKind;
  readonly name: string;
}

/** @returns false when it was muted already */
export async function mute(
  pool: Pool,
  { dossier, kind, name }: Muted,
  why: string,
  by: string,
  now: Date,
): Promise<boolean> {
  return (await run(pool, "mute/mute", [dossier, kind, name, why, by, now])) > 0;
}

/** @returns false when it was not muted */
export async function liftMute(pool: Pool, { dossier, kind, name }: Muted, by: string, now: Date): Promise<boolean> {
  return (await run(pool, "mute/lift", [dossier, kind, name, by, now])) > 0;
}

const muteRow = z.object({
  kind: z.enum(muteKinds),
  name: z.string(),
  why: z.string(),
  muted_by: z.string(),
  muted_at: z.date(),
});
export type MuteRow = z.infer<typeof muteRow>;

export function listMutes(db: Db, dossier: string): Promise<MuteRow[]> {
  return rows(db, "mute/list", [dossier], muteRow);
}

/** Whether the history knows a metric, if one that the dossier has no more, an outlet or a line. */
export async function isKnown(db: Db, { dossier, kind, name }: Muted): Promise<boolean> {
  return (await firstRow(db, "mute/known", [dossier, kind, name], z.object({ known: z.boolean() })))?.known ?? false;
}
