/** Remembers the last answer: what stands beside each other is often the same, and of one thing the same is asked again. */
export function lastKnown<Value, Answer>(of: (value: Value) => Answer): (value: Value) => Answer {
  let known: { readonly value: Value; readonly answer: Answer } | null = null;
  return (value) => {
    if (known === null || known.value !== value) known = { value, answer: of(value) };
    return known.answer;
  };
}
