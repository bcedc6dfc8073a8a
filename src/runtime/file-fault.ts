/** What file systems answer; a network's ENOENT comes with the call "connect". */
const faults: Readonly<Record<string, string>> = {
  EACCES: "you may not write there",
  EDQUOT: "your share of the disk is full",
  EEXIST: "there is something else of that name",
  EFBIG: "it is too large for the disk",
  EIO: "the disk does not work",
  EISDIR: "it is a folder",
  ELOOP: "its links lead in a circle",
  ENAMETOOLONG: "its name is too long",
  ENOENT: "there is no such folder, and none can be made",
  ENOSPC: "the disk is full",
  ENOTDIR: "a part of its path is a file",
  EPERM: "you may not write there",
  EROFS: "the disk may only be read",
};

/** Why the system refused to make or write a file, in words; undefined for a failure of anything else. */
export function fileFault(cause: unknown): string | undefined {
  if (!(cause instanceof Error) || !("code" in cause) || !("syscall" in cause)) return undefined;
  return cause.syscall === "connect" ? undefined : faults[String(cause.code)];
}
