/** Line between the failures of one test. */
const SEPARATOR = '[another failure of this test]';

/** The texts of all failures of one test: first the one that its message is of. The event writers join them alike. */
export function joinFailures(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join(`\n\n${SEPARATOR}\n`);
}

/** The text of the failure that the message is of. */
export function firstFailure(details: string): string {
  const end = details.indexOf(`\n${SEPARATOR}\n`);
  return end < 0 ? details : details.slice(0, end).trimEnd();
}
