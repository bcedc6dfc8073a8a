import type { Dossier } from "../../dossier/dossier.ts";
import type { FeedRow } from "../../store/dashboard.ts";
import { minute, Page, Scroll } from "../layout.tsx";

/** The health of every feed, failing ones first, each with its remedy. */
export function FeedsPage({ dossier, feeds }: { readonly dossier: Dossier; readonly feeds: readonly FeedRow[] }) {
  const failing = feeds.filter((feed) => feed.failures > 0).length;
  const alarming = feeds.filter((feed) => feed.alarms.length > 0).length;
  return (
    <Page title="Feeds" here="/feeds" story={dossier.title}>
      <h1>Feeds</h1>
      <p class="lead">{`${String(feeds.length)} feeds, ${String(alarming)} with an alarm, ${String(failing)} failing. A failing feed is tried for ever, further and further apart.`}</p>
      <Scroll>
        <table>
          <thead>
            <tr>
              <th>Feed</th>
              <th>State</th>
              <th>Last good poll</th>
              <th>Newest item</th>
              <th>Next poll</th>
              <th class="number">Items</th>
              <th class="number">On topic</th>
            </tr>
          </thead>
          <tbody>
            {feeds.map((feed) => (
              <tr>
                <td>
                  <a href={feed.current_url} rel="noreferrer nofollow">
                    {feed.name}
                  </a>
                  <div class="soft">{`${feed.outlet}, ${feed.language}, ${feed.country}${feed.side === null ? "" : `, side ${feed.side}`}`}</div>
                </td>
                <td>
                  <FeedState feed={feed} />
                </td>
                <td class="soft nowrap">{minute(feed.last_good_at)}</td>
                <td class="soft nowrap">{minute(feed.last_item_at)}</td>
                <td class="soft nowrap">
                  {minute(feed.next_poll_at)}
                  <div>{feed.interval_minutes === null ? "" : `every ${String(feed.interval_minutes)} min`}</div>
                </td>
                <td class="number">{feed.items}</td>
                <td class="number">{feed.on_topic}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Page>
  );
}

function FeedState({ feed }: { readonly feed: FeedRow }) {
  const isWell = feed.failures === 0 && feed.alarms.length === 0;
  if (isWell) return <span>{feed.last_polled_at === null ? "not polled yet" : "good"}</span>;
  return (
    <>
      {feed.alarms.map((alarm) => (
        <>
          <span class="kind bad">{alarm.kind}</span> <span class="soft">{`since ${minute(alarm.since)}`}</span>
          <div>{alarm.message}</div>
          <div class="soft">{alarm.remedy}</div>
        </>
      ))}
      {feed.failures > 0 && !feed.alarms.some(({ kind }) => kind === "broken") && (
        <>
          <span class="kind bad">{feed.error_code ?? "failing"}</span>{" "}
          <span class="soft">{`${String(feed.failures)} in a row since ${minute(feed.failing_since)}`}</span>
          <div>{feed.error_message}</div>
          <div class="soft">{feed.error_remedy}</div>
        </>
      )}
    </>
  );
}
