/** Tells how far long work is. */
export interface Progress {
  /** @param total bytes; null where it is not known */
  reached(bytes: number, total: number | null): void;
  /** Takes away what was shown. */
  end(): void;
}

/** What this needs of a stream. */
interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Shorter work shows nothing. */
const patience = 700;
const interval = 100;
const width = 30;

/** A bar on a terminal; elsewhere nothing, for nobody waits in front of a file. @param now milliseconds */
export function progressOn(screen: Screen, now: () => number): Progress {
  const started = now();
  let shownAt = started + patience - interval;
  let shown = false;
  return {
    reached(bytes, total) {
      if (screen.isTTY !== true || now() - shownAt < interval) return;
      shownAt = now();
      shown = true;
      const megabytes = `${Math.floor(bytes / 1e6)} MB`;
      screen.write(`\r${total === null ? `Reading: ${megabytes}` : bar(Math.min(1, bytes / total), megabytes)}\u001b[K`);
    },
    end() {
      if (shown) screen.write('\r\u001b[K');
      shown = false;
    },
  };
}

function bar(share: number, read: string): string {
  const full = Math.floor(share * width);
  return `Reading [${'#'.repeat(full)}${'.'.repeat(width - full)}] ${Math.floor(share * 100)} %, ${read}`;
}
