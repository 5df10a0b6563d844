/** Text of a field that may be a string, a number or an option `{value}`; null where it is empty or something else. */
export function textValue(value: unknown): string | null {
  const held = typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
  const text = typeof held === 'string' || typeof held === 'number' ? String(held).trim() : '';
  return text === '' ? null : text.slice(0, 255);
}

/** A number, or text that is one; null otherwise. */
export function numberValue(value: unknown): number | null {
  const text = textValue(value);
  const number = text === null ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : null;
}
