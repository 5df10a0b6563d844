/** `1,234.5`, as Maven writes it; `0,5` of tools that follow the machine's language. */
const grouped = /^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/;

/** @returns a report's time in seconds; null for one that is missing, negative or no number */
export function secondsOf(text: string | undefined): number | null {
  if (text === undefined || text === '') return null;
  const plain = text.includes(',') ? (grouped.test(text) ? text.replaceAll(',', '') : text.replace(',', '.')) : text;
  const seconds = plain.trim() === '' ? NaN : Number(plain);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : null;
}
