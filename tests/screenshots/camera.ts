import { join } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { looks, Visit, type Look } from '../open-browser';
import type { Person, RunningSandbox } from '../running-sandbox';

/** Where a picture is taken and of what. */
export interface Screen {
  readonly path: string;
  /** What is there when the screen is. */
  readonly sign: string;
  /** Who looks at it; Rhea, the release manager, where nobody else is named. */
  readonly who?: Person;
  /** The part that is shown where it is not what a window shows. */
  readonly part?: string;
  /** What the person does before the picture is taken: a fold is opened, a choice made. Nothing is saved. */
  readonly prepare?: (visit: Visit) => Promise<void>;
}

export interface NamedScreen extends Screen {
  readonly name: string;
}

const folder = join(__dirname, '..', '..', 'docs', 'images');
const height = 900;
/** Pixels of the page around a part, so that its edges can be seen. */
const margin = 12;
/** Charts and texts have settled by then. */
const settled = 900;

/** Takes the pictures of a screen: wide and narrow, light and dark. */
export async function take(browser: Browser, sandbox: RunningSandbox, screen: NamedScreen): Promise<void> {
  for (const look of looks) {
    const visit = await Visit.begin(browser, sandbox, screen.who ?? 'rhea', look);
    await visit.open(screen.path);
    await visit.app.locator(screen.sign).first().waitFor();
    await screen.prepare?.(visit);
    await visit.page.waitForTimeout(settled);
    const path = join(folder, `${screen.name}-${look.width}-${look.colorScheme}.png`);
    if (screen.part === undefined) await visit.page.screenshot({ path });
    else await takePart(visit, visit.app.locator(screen.part).first(), look, path);
    await visit.end();
  }
}

/** In a window as high as the page down to the part: nothing that stays in sight while one scrolls then lies over it. */
async function takePart(visit: Visit, part: Locator, { width }: Look, path: string): Promise<void> {
  await toTop(visit);
  let box = await placeOf(part);
  // What comes into sight may be longer than what held its place.
  for (let seen = height; seen < box.y + box.height + margin; box = await placeOf(part)) {
    seen = Math.ceil(box.y + box.height) + height;
    await visit.page.setViewportSize({ width, height: seen });
    await visit.page.waitForTimeout(settled);
  }
  const x = Math.max(0, box.x - margin);
  const clip = {
    ...{ x, y: Math.max(0, box.y - margin), height: box.height + 2 * margin },
    width: Math.min(width, box.x + box.width + margin) - x,
  };
  await visit.page.screenshot({ path, clip });
}

/** Brings the beginning of the page into sight. */
export async function toTop({ page }: Visit): Promise<void> {
  await page.evaluate('window.scrollTo(0, 0)');
}

async function placeOf(part: Locator) {
  const box = await part.boundingBox();
  if (box === null) throw new Error('The part of the screen is not there.');
  return box;
}
