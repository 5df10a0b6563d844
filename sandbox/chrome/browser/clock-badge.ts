const listeners = new Set<(offset: number) => void>();
let known: number | null = null;

/** Runs `listener` whenever the sandbox clock's offset to the machine's clock (milliseconds) is heard of and has moved. */
export const onClockOffset = (listener: (offset: number) => void): void => void listeners.add(listener);

/** Takes in what the server said of its clock: the badge shows it, the frames follow it. */
export function showClock(offset: number): void {
  if (known !== null && Math.abs(known - offset) < 1000) return;
  known = offset;
  const badge = document.querySelector('[data-clock]');
  if (badge !== null) {
    const now = new Date(Date.now() + offset);
    const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
      now,
    );
    badge.textContent = `${day} ${now.toISOString().slice(11, 16)} UTC`;
  }
  for (const listener of listeners) listener(offset);
}
