/** Chances that sum up to 1, of log-odds. */
export function chancesOf(odds: readonly number[]): readonly number[] {
  const most = Math.max(...odds);
  const shares = odds.map((one) => Math.exp(one - most));
  const all = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / all);
}

export function chanceOf(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}
