/** Written by `npm run learn`; not to be edited. */
export const trees: readonly string[] = [];
