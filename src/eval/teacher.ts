import { loadDossier } from "../dossier/load.ts";
import { outletSides, sideOfOutlet } from "../dossier/outlets.ts";
import type { Side } from "../figure/figure.ts";
import type { Story } from "../figure/story.ts";
import type { GoldDocument } from "./gold.ts";
import type { Taught } from "./lessons.ts";

interface Reader {
  readonly story: Story;
  readonly sides: ReadonlyMap<string, Side>;
}

/**
 * Makes labelled documents what the extractor reads and learns from; one that names its dossier is read with that one, so that a
 * folder may hold documents of several stories.
 * @param fallback the dossier of those that name none
 */
export function teacher(fallback: string): (one: GoldDocument, weight?: number) => Taught {
  const loaded = new Map<string, Reader>();
  return (one, weight = 1) => {
    const place = one.dossier ?? fallback;
    const reader = loaded.get(place) ?? readerOf(place);
    loaded.set(place, reader);
    return taughtBy(one, reader, weight);
  };
}

function readerOf(place: string): Reader {
  const dossier = loadDossier(place);
  return { story: dossier.story, sides: outletSides(dossier) };
}

function taughtBy(one: GoldDocument, { story, sides }: Reader, weight: number): Taught {
  const { text, title, lang: language, published, outlet, gold, optional, status } = one;
  const outletSide = one.outletSide ?? (outlet === null ? null : (sides.get(outlet) ?? sideOfOutlet(outlet, story)));
  return { document: { text, title, language, published, outlet, outletSide }, story, gold, optional, status, weight };
}
