import type { Frame, Page, Response } from 'playwright-core';
import { z } from 'zod';

/** How long a screen took to answer what a person did, in milliseconds; what the browser itself saw, without the way of the test to it. */
export interface Watched {
  /** From the click or the key to the paint of what it changed. */
  readonly total: number;
  /** From the click or the key to the first paint that shows that it was understood: its answer, or charts that are marked as old. */
  readonly felt: number;
  /** What the browser's own event timing says of the click or the key, from it to the next paint; null below the 16 ms that it tells of. */
  readonly interaction: number | null;
  /** From the question to the whole answer of the back end; null where none was asked. */
  readonly answer: number | null;
  /** How long before the click or the key the question was asked; below nothing where it was asked after it. */
  readonly ahead: number | null;
  /** From the whole answer to the paint. */
  readonly draw: number | null;
  /** Of the answer, as it was sent, not packed. */
  readonly bytes: number;
}

const times = z.object({ begun: z.number(), felt: z.number(), ended: z.number(), interaction: z.number().nullable() });
const asked = z.object({ functionKey: z.string() });

/** Longest time that something may take, in milliseconds. */
const patience = 30_000;

/**
 * Acts like a person and says how long the change took.
 * @param shown an expression for the document of the app; the change is there when it is another than before, and not null
 * @param name of the call to the back end that the act brings about; null for none
 */
export async function watch(
  page: Page,
  { shown, name }: { readonly shown: string; readonly name: string | null },
  act: () => Promise<unknown>,
): Promise<Watched> {
  const frame = appFrame(page);
  await frame.evaluate(watcher(shown));
  const answering = name === null ? null : page.waitForResponse((response) => isAnswer(response, name), { timeout: patience });
  await act();
  const response = await answering;
  const { begun, felt, ended, interaction } = times.parse(await frame.evaluate('window.holdpointBench'));
  const seen = { total: ended - begun, felt: felt - begun, interaction };
  if (response === null) return { ...seen, answer: null, ahead: null, draw: null, bytes: 0 };
  const body = await response.body();
  const { startTime, responseEnd } = response.request().timing();
  return { ...seen, answer: responseEnd, ahead: begun - startTime, draw: ended - startTime - responseEnd, bytes: body.length };
}

export function appFrame(page: Page): Frame {
  const frame = page.frames().find((candidate) => candidate.url().includes('/app-resource/'));
  if (frame === undefined) throw new Error('The page shows no screen of the app.');
  return frame;
}

function isAnswer(response: Response, name: string): boolean {
  const sent = response.url().endsWith('/sandbox-chrome/invoke') ? response.request().postData() : null;
  return sent !== null && asked.safeParse(JSON.parse(sent)).data?.functionKey === name;
}

/** Begins with the next click or key. A message to itself comes after the frame has been painted. */
function watcher(shown: string): string {
  return `void (window.holdpointBench = new Promise((resolve, reject) => {
    const read = () => ${shown};
    const before = read();
    let begun = null;
    let felt = null;
    let interaction = null;
    const begin = (event) => { begun ??= event.timeStamp; };
    for (const kind of ['click', 'keydown', 'change']) addEventListener(kind, begin, { capture: true, once: true });
    const timing = new PerformanceObserver((list) => {
      for (const { interactionId, duration } of list.getEntries())
        if (interactionId > 0) interaction = Math.max(interaction ?? 0, duration);
    });
    timing.observe({ type: 'event', durationThreshold: 16 });
    const painted = (then) => requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => then(performance.now());
      port2.postMessage(null);
    });
    const isThere = () => { const now = read(); return now !== null && now !== before; };
    const isMarked = () => document.querySelector('[data-chart][aria-busy=true]') !== null;
    let waits = false;
    const observer = new MutationObserver(() => {
      if (begun === null) return;
      if (!waits && (isThere() || isMarked())) {
        waits = true;
        painted((at) => { felt = at; });
      }
      if (!isThere()) return;
      observer.disconnect();
      clearTimeout(end);
      painted((ended) => {
        // The browser tells of an event's timing a moment after it.
        setTimeout(() => {
          timing.disconnect();
          const from = performance.timeOrigin;
          resolve({ begun: from + begun, felt: from + Math.min(felt ?? ended, ended), ended: from + ended, interaction });
        }, 50);
      });
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    const end = setTimeout(() => reject(new Error('Nothing changed.')), ${patience});
  }))`;
}
