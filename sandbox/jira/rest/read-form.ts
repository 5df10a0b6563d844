import { badRequest } from './refusal';

/** A text file of a form. */
export interface FormFile {
  readonly filename: string;
  readonly mimeType: string;
  readonly content: string;
}

/** The files of a multipart/form-data body (RFC 7578), each as text. @throws Refusal 400 */
export function readForm(contentType: string, body: string): { files: FormFile[] } {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1];
  if (boundary === undefined) throw badRequest('The form names no boundary.');
  const [, ...parts] = `\r\n${body}`.split(`\r\n--${boundary}`);
  if (parts.at(-1)?.startsWith('--') !== true) throw badRequest('The form does not end with its boundary.');
  return { files: parts.slice(0, -1).map(readPart) };
}

function readPart(part: string): FormFile {
  const end = part.indexOf('\r\n\r\n');
  const head = part.slice(0, end);
  const filename = /content-disposition:[^\r\n]*\bname="file"[^\r\n]*\bfilename="([^"]*)"/i.exec(head)?.[1];
  if (end === -1 || filename === undefined) throw badRequest('Each part of the form is a file called "file".');
  const mimeType = /content-type:\s*([^\r\n;]+)/i.exec(head)?.[1] ?? 'application/octet-stream';
  return { filename, mimeType, content: part.slice(end + 4) };
}
