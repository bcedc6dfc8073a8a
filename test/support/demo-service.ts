import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { demoDossier } from "../../src/demo/dossier.ts";
import { serveWorld } from "../../src/demo/server.ts";
import { loadWorld, moments, type World } from "../../src/demo/world.ts";
import { ManualClock } from "../../src/runtime/clock.ts";
import { readConfig } from "../../src/runtime/config.ts";
import { defaultPolicy, openHttp } from "../../src/runtime/http.ts";
import { silentLog } from "../../src/runtime/log.ts";
import { type Service, startService } from "../../src/service/service.ts";

export interface DemoService {
  readonly service: Service;
  readonly world: World;
  readonly clock: ManualClock;
  readonly data: string;
  close(): Promise<void>;
}

/**
 * The whole service on a database of the test's own, before the demo's news world over real HTTP.
 * @param concurrency jobs at a time; with one, reports of one moment are read in the same order each time
 */
export async function startDemoService(databaseUrl: string, concurrency?: number): Promise<DemoService> {
  const data = mkdtempSync(join(tmpdir(), "recount-service-"));
  const world = loadWorld();
  const clock = new ManualClock(moments(world)[0] ?? new Date(0));
  const server = await serveWorld(world, clock);
  const connectTo = Object.fromEntries(world.outlets.map((outlet) => [outlet.host, server.address]));
  const http = openHttp({ ...defaultPolicy, connectTo });
  const given = readConfig({ RECOUNT_DATA: data, DATABASE_URL: databaseUrl, RECOUNT_NAMES: "recount.example" });
  const read = { ...given, http: { ...given.http, gapSeconds: 0 } };
  const config = concurrency === undefined ? read : { ...read, queue: { concurrency } };
  const service = await startService({ config, dossiers: [demoDossier(world)], clock, http, log: silentLog });
  return {
    ...{ service, world, clock, data },
    close: async () => {
      await service.close();
      await http.close();
      await server.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
