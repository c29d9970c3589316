/** One table; every cell is HTML already. */
export interface TableParts {
  /** What it is called where it is read aloud. */
  readonly label: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** `figures`: all columns but the first are numbers; `prose`: cells hold sentences. */
  readonly kind: 'figures' | 'prose';
}

/** A table that scrolls in its own frame where the page is too narrow for it. */
export function tableHtml({ label, heads, rows, kind }: TableParts): string {
  const head = heads.map((name) => `<th scope="col">${name}</th>`).join('');
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n');
  return `<div class="wide" tabindex="0" role="group" aria-label="${label}"><table class="${kind}"><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}
