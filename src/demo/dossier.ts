import type { Dossier } from "../dossier/dossier.ts";
import { loadDossier } from "../dossier/load.ts";
import type { World } from "./world.ts";

/** The shipped dossier with the world's outlets in place of the real ones. */
export function demoDossier(world: World): Dossier {
  const feeds = world.outlets.map(({ name, title, host, language, country, side, template }) => ({
    ...{ name, url: `http://${host}/feed.xml`, outlet: title, language, country, side, seen: "2026-01-01" },
    kind: template === "none" ? ("headlines" as const) : ("articles" as const),
  }));
  return { ...loadDossier("istanbul"), feeds };
}
