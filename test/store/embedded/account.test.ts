import {
  chmodSync,
  chownSync,
  cpSync,
  lstatSync,
  mkdirSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { projectRoot } from "../../../src/runtime/project.ts";
import { type Account, serverAccount } from "../../../src/store/embedded/account.ts";
import { findBinaries, packagedFolder } from "../../../src/store/embedded/binaries.ts";
import { canReach } from "../../../src/store/embedded/home.ts";
import { ask, dataFolder, hold } from "./holder.ts";

const isRoot = process.getuid?.() === 0;
const nobody: Account = { name: "nobody", uid: 65_534, gid: 65_534, switched: true };

let data: ReturnType<typeof dataFolder>;

beforeEach(() => {
  data = dataFolder();
});

afterEach(() => {
  data.remove();
});

describe.runIf(isRoot)("as root", () => {
  test("the server runs as an unprivileged user", async () => {
    const service = await hold({ dataDirectory: data.path, use: "service" });
    expect(statSync(join(data.path, "postgres")).uid).toBe(serverAccount().uid);
    expect(serverAccount().uid).not.toBe(0);
    await service.close();
  });

  test("a data directory in a folder of mode 700 works: the cluster is put where its user reaches it", async () => {
    const closed = join(data.path, "closed");
    mkdirSync(closed, { mode: 0o700 });
    const dataDirectory = join(closed, "data");
    const service = await hold({ dataDirectory, use: "service" });
    await ask(service.answer, "create table kept as select 42 as answer");
    await service.close();
    expect(lstatSync(join(dataDirectory, "postgres")).isSymbolicLink()).toBe(true);
    const again = await hold({ dataDirectory, use: "service" });
    expect(await ask(again.answer, "select answer from kept")).toEqual([42]);
    await again.close();
    rmSync(realpathSync(join(dataDirectory, "postgres")), { recursive: true });
    const without = await hold({ dataDirectory, use: "service" });
    expect(without.answer.code).toBe("DATABASE_DATA_MISSING");
  });

  test("programs in a folder of mode 700 are copied to where the server's user reaches them", () => {
    const closed = join(data.path, "closed");
    mkdirSync(closed, { mode: 0o700 });
    cpSync(join(packagedFolder(), ".."), join(closed, "package"), { recursive: true, verbatimSymlinks: true });
    const home = join(data.path, "home");
    mkdirSync(home);
    const { postgres } = findBinaries(home, serverAccount(), join(closed, "package", "native"));
    expect(postgres.startsWith(home)).toBe(true);
  });
});

// When the suite itself runs as an ordinary user, every other test shows this.
test.runIf(isRoot && canReach(projectRoot, nobody))("an ordinary user runs the server as himself", async () => {
  chownSync(data.path, nobody.uid, nobody.gid);
  const service = await hold({ dataDirectory: data.path, use: "service", user: nobody.uid });
  expect(await ask(service.answer, "select 1")).toEqual([1]);
  expect(statSync(join(data.path, "postgres", "cluster")).uid).toBe(nobody.uid);
  await service.close();
});

test("the libraries' links are made when npm refused to", () => {
  const copy = join(data.path, "package");
  cpSync(join(packagedFolder(), ".."), copy, { recursive: true, filter: (path) => !lstatSync(path).isSymbolicLink() });
  const { postgres } = findBinaries(data.path, serverAccount(), join(copy, "native"));
  expect(postgres).toBe(join(copy, "native", "bin", "postgres"));
});

test("programs that do not run on this system are one clear error that names the way out", () => {
  const native = join(data.path, "native");
  mkdirSync(join(native, "bin"), { recursive: true });
  writeFileSync(join(native, "bin", "postgres"), "#!/no/such/loader\n");
  chmodSync(join(native, "bin", "postgres"), 0o755);
  let thrown: unknown;
  try {
    findBinaries(data.path, serverAccount(), native);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toMatchObject({ code: "DATABASE_UNSUPPORTED", remedy: expect.stringContaining("DATABASE_URL") });
});
