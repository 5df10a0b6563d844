/**
 * A text that somebody else wrote, fit for a build's log: on one line, without control characters, and without what Azure Pipelines,
 * GitHub Actions and TeamCity would take for an order (`##vso[`, `##[`, `::` at the start of a line).
 * @param most characters that are kept
 */
export function plain(text: string, most = 500): string {
  const line = text
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .replace(/##(?=\w*\[)/g, '# #')
    .replace(/^\s*::/, ': :')
    .trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}

/** One JSON object on one line, in which no build server finds an order. */
export function jsonLine(value: object): string {
  return JSON.stringify(value)
    .replace(/##/g, '#\\u0023')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
}
