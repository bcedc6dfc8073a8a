import { userInfo } from "node:os";

/** Who sits at this machine; in a container the user may have no name. */
export function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return "unknown";
  }
}
