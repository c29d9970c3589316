/** What a terminal shows after these bytes. Understands only what our console writes to redraw its live lines. */
export function terminalScreen(bytes: string): readonly string[] {
  const rows = [''];
  for (const [piece, up] of bytes.matchAll(/\u001b\[(\d+)A\u001b\[0J|\n|[^\u001b\n]+/g)) {
    if (up !== undefined) rows.splice(-1 - Number(up), Infinity, '');
    else if (piece === '\n') rows.push('');
    else rows.push(`${rows.pop() ?? ''}${piece}`);
  }
  return rows;
}
