/** Text as the bytes of a file, in pieces of this many bytes. */
export async function* chunksOf(text: string | Uint8Array, bytes = 65_536): AsyncGenerator<Uint8Array> {
  const whole = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  for (let at = 0; at < whole.length; at += bytes) {
    await Promise.resolve();
    yield whole.subarray(at, at + bytes);
  }
}
