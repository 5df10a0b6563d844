import { gzipSync } from 'node:zlib';
import type { PageData } from '../page/page-data';
import { dataMark, titleMark } from '../page/template';

/**
 * The page with its data. The data is compressed and written in base64, so that no text of the export can be taken for markup; its title
 * is escaped.
 */
export function pageText(template: string, data: PageData): string {
  const packed = gzipSync(JSON.stringify(data), { level: 9 }).toString('base64');
  return filled(filled(template, titleMark, escaped(data.title)), dataMark, packed);
}

/** Once, and as it is: in `replace` a dollar sign would mean something. */
function filled(text: string, mark: string, content: string): string {
  const at = text.indexOf(mark);
  if (at < 0) throw new Error(`The page has no place for ${mark}.`);
  return `${text.slice(0, at)}${content}${text.slice(at + mark.length)}`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
