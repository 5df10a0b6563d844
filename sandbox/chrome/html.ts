/** A piece of HTML that is safe to send: everything put into it was escaped. Only `html` makes one. */
export class Html {
  constructor(readonly text: string) {}
}

export type Part = Html | string | number | null | undefined | false | readonly Part[];

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** Text as it may stand in HTML content and in quoted attribute values. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"'`]/g, (character) => escapes[character] ?? character);

function render(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'string') return escapeHtml(part);
  return typeof part === 'number' ? String(part) : part.map(render).join('');
}

/** Template tag: what stands between `${}` is escaped unless it is Html itself; attribute values must be quoted in the template. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.reduce((text, string, index) => text + string + render(parts[index]), ''));
}

/** An address that may stand in `href`: of this site or of the web; anything else (`javascript:` above all) gives null. */
export function safeHref(address: string): string | null {
  if (/^\/(?!\/)/.test(address)) return address;
  return URL.canParse(address) && ['http:', 'https:', 'mailto:'].includes(new URL(address).protocol) ? address : null;
}

/** A link, or the bare text where the address is not safe to follow. */
export function link(address: string, text: Part): Html {
  const href = safeHref(address);
  return href === null ? html`${text}` : html`<a href="${href}">${text}</a>`;
}
