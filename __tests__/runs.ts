/** Runs of a property check: a quarter of `most`, all of them with `TORTURE=1`. */
export const runs = (most: number): { readonly numRuns: number } => ({
  numRuns: process.env['TORTURE'] === '1' ? most : Math.ceil(most / 4),
});
