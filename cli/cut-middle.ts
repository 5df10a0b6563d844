/** Cuts the middle out of a text that is too long: what failed stands at its head, what failed first often at its tail. */
export function cutMiddle(text: string, most: number): string {
  if (text.length <= most) return text;
  const mark = `\n… ${text.length - most} characters left out …\n`;
  const kept = Math.max(0, most - mark.length);
  const head = Math.ceil(kept * 0.6);
  return whole(text.slice(0, head)) + mark + whole(text.slice(text.length - (kept - head)));
}

/** Without the half of a character that a cut may leave at either end. */
function whole(text: string): string {
  return text.replace(/[\ud800-\udbff]$/, '').replace(/^[\udc00-\udfff]/, '');
}
