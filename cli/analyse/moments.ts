const days = new Map<number, string>();
const dayLength = 86_400_000;
const two = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'));
const three = Array.from({ length: 1_000 }, (_, n) => String(n).padStart(3, '0'));

/** The day as `2026-11-02`. @param number days since 1970 */
export function dayText(number: number): string {
  const known = days.get(number);
  if (known !== undefined) return known;
  const text = new Date(number * dayLength).toISOString().slice(0, 10);
  if (days.size < 100_000) days.set(number, text);
  return text;
}

/** The moment as `2026-11-02T09:00:00.000Z`; a large export has millions. @param at whole milliseconds since 1970 */
export function momentText(at: number): string {
  const number = Math.floor(at / dayLength);
  const rest = at - number * dayLength;
  const seconds = Math.floor(rest / 1_000);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  return `${dayText(number)}T${two[hours]}:${two[minutes - 60 * hours]}:${two[seconds - 60 * minutes]}.${three[rest - 1_000 * seconds]}Z`;
}
