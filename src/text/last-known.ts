/** Remembers the last answer: what stands beside each other in a report is often the same. */
export function lastKnown<Value>(of: (value: Value) => string): (value: Value) => string {
  let known: Value | undefined;
  let answer = '';
  return (value) => {
    if (value === known) return answer;
    known = value;
    answer = of(value);
    return answer;
  };
}
