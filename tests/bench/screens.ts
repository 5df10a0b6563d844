/** `npm run bench -- screens [SIZE [SCREEN,SCREEN]]`: how long people wait for the screens with charts, in a Chromium on the sandbox. */
import { loadavg } from 'node:os';
import type { Browser, Locator, Page } from 'playwright-core';
import { findBrowser } from '../../tools/browser';
import { openBrowser, Visit } from '../open-browser';
import { RunningSandbox } from '../running-sandbox';
import { medianOf, printFigure, rounded, shareOf } from './figure';
import { watch, type Watched } from './screens-watch';

/** Something that people do on a screen. */
interface Step {
  readonly name: 'range' | 'step' | 'legend';
  /** What it changes, see {@link watch}. */
  readonly shown: string;
  /** Whether the back end is asked. */
  readonly asks: boolean;
  /** @param round every other one undoes what the one before did */
  readonly act: (page: Page, visit: Visit, round: number) => Promise<unknown>;
}

interface Screen {
  /** As its call to the back end is called. */
  readonly name: string;
  /** Link that is clicked on, and on which screen. */
  readonly link: string;
  readonly from: 'decisions' | 'releases';
  /** What is there when the chart is. */
  readonly sign: string;
  readonly steps: readonly Step[];
}

const sizeAsIntended = 10_000;
const visits = 4;
const roundsOfVisit = 5;
const roundsOfStep = 20;
/** Milliseconds from the click to the chart that 95 and 75 of 100 stay within. */
const limit = { p95: 2_000, p75: 1_000 };
/** Milliseconds from the data to the first paint of the flow; from what a person does on a chart to its answer. */
const [paintLimit, stepLimit] = [300, 100];
/** How the pointer comes to a button: in steps of so many pixels and milliseconds; then it rests there. */
const wayOfPointer = { steps: 10, stepX: 12, stepY: 20, stepMs: 20, restMs: 300 };
/** Kilobytes of data, not packed. */
const dataLimit = 150;

const there = (sign: string) => `document.querySelector('${sign}') === null ? null : 'there'`;
const attribute = (selector: string, name: string) => `document.querySelector('${selector}')?.getAttribute('${name}') ?? null`;

/** A key on the first chart; `there` and `back` are pressed in turns. */
const walk = (selector: string, [forth, back]: readonly [string, string]): Step => ({
  name: 'step',
  asks: false,
  shown: attribute(selector, 'aria-valuetext'),
  act: async (page, visit, round) => {
    if (round === 0) await visit.app.locator(selector).first().focus();
    await page.keyboard.press(round % 2 === 0 ? forth : back);
  },
});

/** Two buttons of a row of choices in turns; on a screen that was just opened the first press asks, and the second goes back. */
const choose = (shown: string, group: string, [other, first]: readonly [string, string], asks = true): Step => ({
  ...{ name: 'range', shown, asks },
  act: (page, visit, round) =>
    pressLikeAPerson(
      page,
      visit.app.getByRole('group', { name: group }).getByRole('button', { name: round % 2 === 0 ? other : first, exact: true }),
    ),
});

/** The pointer comes from below, and rests on the button before the press: docs/speed.md says for how long. */
async function pressLikeAPerson({ mouse }: Page, button: Locator): Promise<void> {
  await button.scrollIntoViewIfNeeded();
  const box = await button.boundingBox();
  if (box === null) throw new Error('There is no such button.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  for (let step = wayOfPointer.steps; step >= 0; step -= 1) {
    await mouse.move(x + step * wayOfPointer.stepX, y + step * wayOfPointer.stepY);
    await new Promise((resolve) => setTimeout(resolve, wayOfPointer.stepMs));
  }
  await new Promise((resolve) => setTimeout(resolve, wayOfPointer.restMs));
  await mouse.down();
  await mouse.up();
}

const firstSlider = '[data-chart] [role=slider]';

const screens: readonly Screen[] = [
  {
    ...{ name: 'aging', link: 'Aging', from: 'decisions', sign: '[data-chart=aging] .dot' },
    steps: [
      choose(attribute('.aging-count', 'aria-label'), 'Columns', ['By severity', 'By status']),
      walk(firstSlider, ['ArrowDown', 'ArrowUp']),
    ],
  },
  {
    ...{ name: 'flow', link: 'Flow', from: 'decisions', sign: '.flow-layer' },
    steps: [
      choose(attribute('.flow-area', 'd'), 'How far back', ['All', '90 days'], false),
      walk(firstSlider, ['ArrowLeft', 'ArrowRight']),
      {
        ...{ name: 'legend', asks: false, shown: attribute('.flow-legend button', 'aria-pressed') },
        act: (_page, visit) => visit.app.locator('.flow-legend button').first().click(),
      },
    ],
  },
  {
    ...{ name: 'escapes', link: 'Escapes', from: 'decisions', sign: '[data-chart] svg' },
    steps: [
      choose(
        `document.querySelector('.interval-plot')?.innerHTML ?? null`,
        'How long after the release',
        ['30 days after', '90 days after'],
        false,
      ),
      walk(firstSlider, ['ArrowDown', 'ArrowUp']),
    ],
  },
  {
    ...{ name: 'repair', link: 'Detection and repair', from: 'decisions', sign: '[data-chart=repair] svg path' },
    steps: [
      choose(attribute('[data-chart=repair] svg path', 'd'), 'How far back', ['1 year', '90 days']),
      walk(firstSlider, ['ArrowRight', 'ArrowLeft']),
    ],
  },
  {
    ...{ name: 'forecast', link: 'Forecast', from: 'decisions', sign: '[data-chart] svg' },
    steps: [walk(firstSlider, ['ArrowRight', 'ArrowLeft'])],
  },
  {
    ...{ name: 'readiness', link: '4.2.0', from: 'releases', sign: '.trend-chart svg path' },
    steps: [walk('.trend-chart', ['ArrowLeft', 'ArrowRight'])],
  },
];

/** Where people come from: screens without a chart. */
const starts = {
  decisions: { path: 'decisions', link: 'Decisions', call: 'decisions' },
  releases: { path: 'releases', link: 'Releases', call: 'releases' },
} as const;

/** Prints a line of JSON for each screen, for what people do there, and for the data and the first paint of the flow. */
export async function benchScreens(): Promise<void> {
  if (findBrowser() === null) return console.log('screens: left out, because there is no Chromium (name it in CHROMIUM_PATH).');
  const size = Number(process.argv[3] ?? sizeAsIntended);
  const began = performance.now();
  const sandbox = await RunningSandbox.start(String(size), false);
  await sandbox.settle();
  const seconds = Math.round((performance.now() - began) / 1_000);
  console.log(
    `A site with ${size} defects was read by the app in ${seconds} s; load of the machine: ${rounded(loadavg()[0] ?? 0)}`,
  );
  const browser = await openBrowser();
  try {
    const names = (process.argv[4] ?? '').split(',');
    const wanted = screens.filter(({ name }) => names.some((part) => name.includes(part)));
    for (const screen of wanted)
      await benchScreen(browser, sandbox, screen, size).catch((error: unknown) => {
        // The others can still be measured.
        console.error(`${screen.name}: could not be measured:`, error);
        process.exitCode = 1;
      });
  } finally {
    await browser.close();
    await sandbox.stop();
  }
}

async function benchScreen(browser: Browser, sandbox: RunningSandbox, screen: Screen, size: number): Promise<void> {
  const opened: Watched[] = [];
  const asking = screen.steps
    .filter(({ asks }) => asks)
    .map((step) => ({ step, asked: [] as Watched[], again: [] as Watched[] }));
  for (let number = 0; number < visits; number += 1) {
    const visit = await Visit.begin(browser, sandbox);
    const start = starts[screen.from];
    await visit.open(`/projects/SHOP/apps/holdpoint/${start.path}`);
    await visit.app.locator('h1').first().waitFor();
    for (let round = 0; round < roundsOfVisit; round += 1) {
      const link = visit.app.getByRole('link', { name: screen.link, exact: true }).first();
      await link.waitFor();
      await visit.page.waitForTimeout(200);
      opened.push(await watch(visit.page, { shown: there(screen.sign), name: screen.name }, () => link.click()));
      const isLast = number === visits - 1 && round === roundsOfVisit - 1;
      for (const { step, asked, again } of asking) {
        asked.push(await press(visit, step, screen.name, 0));
        again.push(await press(visit, step, null, 1));
      }
      if (isLast) for (const step of screen.steps.filter(({ asks }) => !asks)) await benchStep(visit, screen, step, size);
      else await back(visit, start);
    }
    await visit.end();
  }
  reportOpened(screen.name, size, opened);
  for (const { step, asked, again } of asking) {
    reportStep(`screen-${step.name}`, screen.name, size, asked);
    reportStep(`screen-${step.name}-again`, screen.name, size, again);
  }
}

/** @param name of the call that it brings about; null for none */
async function press(visit: Visit, step: Step, name: string | null, round: number): Promise<Watched> {
  const watched = await watch(visit.page, { shown: step.shown, name }, () => step.act(visit.page, visit, round));
  await visit.page.waitForTimeout(60);
  return watched;
}

/** Waits for the answer, so that it does not stand in the way of what is measured next. */
async function back({ page, app }: Visit, { link, call }: (typeof starts)['decisions' | 'releases']): Promise<void> {
  const shown = `document.querySelector('h1')?.textContent === '${link}' ? 'there' : null`;
  await watch(page, { shown, name: call }, () => app.getByRole('link', { name: link, exact: true }).first().click());
}

function reportOpened(part: string, n: number, opened: readonly Watched[]): void {
  const totals = ascending(opened.map(({ total }) => total));
  const [p50, p95] = [0.5, 0.95].map((share) => Math.round(shareOf(totals, share)));
  const of = { name: 'screen', part, n, unit: 'ms', p50: p50 ?? 0, p95: p95 ?? 0 };
  printFigure(
    { ...of, reference: limit.p95, ratio: rounded(of.p95 / limit.p95) },
    { p75: Math.round(shareOf(totals, 0.75)), limitP75: limit.p75, times: totals.length, ...middles(opened) },
  );
  if (part === 'flow') reportData('flow', n, opened);
}

/** Where the time goes: to the back end's answer, to drawing it; and how large the answer is. */
function middles(watched: readonly Watched[]) {
  const middle = (values: readonly number[]) => Math.round(medianOf(values));
  return {
    answer: middle(watched.flatMap(({ answer }) => answer ?? [])),
    drawing: middle(watched.flatMap(({ draw }) => draw ?? [])),
    kb: rounded(Math.max(0, ...watched.map(({ bytes }) => bytes)) / 1_000),
  };
}

function reportData(part: string, n: number, watched: readonly Watched[]): void {
  const draws = ascending(watched.flatMap(({ draw }) => draw ?? []));
  const [p50, p95] = [0.5, 0.95].map((share) => Math.round(shareOf(draws, share)));
  const paint = { name: 'screen-first-paint', part, n, p50: p50 ?? 0, p95: p95 ?? 0, unit: 'ms', reference: paintLimit };
  printFigure({ ...paint, ratio: rounded(paint.p95 / paintLimit) });
  const { kb } = middles(watched);
  printFigure({
    name: 'screen-data',
    part,
    n,
    p50: kb,
    p95: kb,
    unit: 'KB',
    reference: dataLimit,
    ratio: rounded(kb / dataLimit),
  });
}

async function benchStep(visit: Visit, screen: Screen, step: Step, n: number): Promise<void> {
  if ((await visit.app.locator(firstSlider).count()) === 0 && step.name === 'step' && screen.name !== 'readiness')
    return console.log(`${screen.name}: left out, because there is no chart to walk over.`);
  const watched: Watched[] = [];
  for (let round = 0; round < roundsOfStep; round += 1) watched.push(await press(visit, step, null, round));
  reportStep(`screen-${step.name}`, screen.name, n, watched);
}

/** How long until what was chosen is there; beside it how long until somebody sees that something happens. */
function reportStep(name: string, part: string, n: number, watched: readonly Watched[]): void {
  const isAsked = watched.some(({ answer }) => answer !== null);
  const shares = (values: readonly number[]) => [0.5, 0.95].map((share) => rounded(shareOf(ascending(values), share)));
  const [p50 = 0, p95 = 0] = shares(watched.map(({ total }) => total));
  const figure = { name, part, n, p50, p95, unit: 'ms', reference: stepLimit, ratio: rounded(p95 / stepLimit) };
  const { answer, kb } = middles(watched);
  // The answer may be there before the press, so that there is no time from it to the paint.
  const ahead = Math.round(medianOf(watched.flatMap((one) => one.ahead ?? [])));
  printFigure(figure, isAsked ? { answer, ahead, kb } : {});
  const [feltMiddle = 0, feltMost = 0] = shares(watched.map(({ felt }) => felt));
  const told = watched.flatMap(({ interaction }) => interaction ?? []);
  printFigure(
    { ...figure, name: `${name}-felt`, p50: feltMiddle, p95: feltMost, ratio: rounded(feltMost / stepLimit) },
    { times: watched.length, eventTiming: told.length === 0 ? 'below 16' : Math.max(...told) },
  );
}

const ascending = (values: readonly number[]) => values.toSorted((a, b) => a - b);
