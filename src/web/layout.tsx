import type { Child } from "hono/jsx";

export interface PageProps {
  readonly title: string;
  /** The navigation entry that is open. */
  readonly here: "/" | "/changes" | "/feeds" | "";
  readonly story: string;
  readonly children: Child;
}

const places = [
  ["/", "Baseline"],
  ["/changes", "Changes"],
  ["/feeds", "Feeds"],
] as const;

/** The frame of every page. */
export function Page({ title, here, story, children }: PageProps) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · Recount`}</title>
        <link rel="stylesheet" href="/style.css" />
        <link rel="alternate" type="application/atom+xml" title="Changes" href="/changes.atom" />
      </head>
      <body>
        <header>
          <a class="name" href="/">
            Recount
          </a>
          <nav>
            {places.map(([address, name]) => (
              <a href={address} {...(address === here ? { "aria-current": "page" } : {})}>
                {name}
              </a>
            ))}
          </nav>
          <span class="story">{story}</span>
        </header>
        <main>{children}</main>
        <footer>
          Every figure is a claim with its sentence and its speaker. Query the history in SQL: <code>recount sql</code>.
        </footer>
      </body>
    </html>
  );
}

/** "2026-02-05 13:40 UTC" */
export function minute(instant: Date | null): string {
  return instant === null ? "–" : `${instant.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

/** What may be wider than the window; the keyboard reaches it, so that it can be scrolled without a mouse. */
export function Scroll({ children }: { readonly children: Child }) {
  return (
    <section class="scroll" tabindex={0} aria-label="table">
      {children}
    </section>
  );
}

/** A link to a page of the web; plain words where the address is none, as of a text that was filled in from a file. */
export function Outward({ url, children }: { readonly url: string; readonly children: Child }) {
  if (!/^https?:/.test(url)) return <>{children}</>;
  return (
    <a href={url} rel="noreferrer nofollow">
      {children}
    </a>
  );
}

/** A claimant's name in its colour. */
export function Claimant({ code }: { readonly code: string }) {
  return (
    <span class="side" data-code={code}>
      {code}
    </span>
  );
}
