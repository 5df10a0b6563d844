/** Blobs that a browser is still writing to the disk must not be let go of. */
const keepMs = 60_000;

/** Hands the viewer a file. @param type e.g. `application/json` @param parts of it, in order */
export function saveFile(name: string, type: string, parts: BlobPart[]): void {
  const url = URL.createObjectURL(new Blob(parts, { type }));
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(url), keepMs);
}
