import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { compare, mostGrowth, recordedSchema } from './compare';
import type { Recorded } from './compare';
import { measure, planOf } from './measure';
import type { Measurement } from './measure';
import { lowestOf, middleOf, mostRuns, nextToRun } from './repeat';
import { growthsIn, sayGrowth } from './summary';

const file = join(__dirname, 'recorded.json');
/** Seconds that recording may take: nobody leaves a machine alone for longer. */
const budget = 540;
/** Runnable processes for each core, above which a machine is not quiet. */
const quietLoad = 0.7;

function recorded(): Recorded | null {
  return existsSync(file) ? recordedSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
}

/**
 * `npm run bench -- --check [NAME]`: fails where a ratio has grown beyond what is allowed, or a cost grows faster than n log n. What seems
 * so is measured up to twice more, and the lowest of the measurements counts.
 * @returns the exit code
 */
export async function checkBenches(words: readonly string[]): Promise<number> {
  const { names, args } = planOf(words);
  const known = recorded();
  const failed: string[] = [];
  const unknown: string[] = [];
  let figures = 0;
  for (const name of names) {
    let all = await measure(name, args);
    let found = judged(all, known);
    for (let run = 1; run < mostRuns && all.isDone && found.slow.length > 0; run += 1) {
      console.log(`${name} seems slower; measured again (${run} of ${mostRuns - 1}).`);
      const again = await measure(name, args);
      // Growth is judged by the newest run alone: its sizes belong together.
      all = { ...again, ...lowestOf(all, again) };
      found = judged(all, known);
    }
    figures += Object.keys(all.figures).length;
    unknown.push(...found.unknown);
    failed.push(...found.slow, ...(all.isDone ? [] : [`${name} could not be measured`]));
  }
  if (unknown.length > 0) console.log(`Not recorded yet: ${unknown.join(', ')}. Run with --record on a quiet machine.`);
  if (failed.length > 0) console.error(['Slower than recorded, or growing too fast:', ...failed].join('\n  '));
  else console.log(`${figures} figures, none beyond ${mostGrowth} times its recorded ratio, none growing faster than n log n.`);
  return failed.length === 0 ? 0 : 1;
}

function judged(measured: Measurement, known: Recorded | null) {
  const { slower, unknown } = compare(measured, known ?? { yardstick: measured.yardstick, figures: {} });
  const growing = growthsIn(measured.lines).filter(({ isTooFast }) => isTooFast);
  return { slow: [...slower, ...growing.map(sayGrowth)], unknown };
}

/**
 * `npm run bench -- --record [NAME]`: what is measured now is what later runs are held against: the middle of up to three runs of each, as
 * many as ten minutes hold. Figures that are not measured now stay as they are, so that the whole is to be recorded on one machine.
 * @returns the exit code
 */
export async function recordBenches(words: readonly string[]): Promise<number> {
  const { names, args } = planOf(words);
  const [load = 0] = loadavg();
  if (load > quietLoad)
    console.log(`The machine is busy (load ${load.toFixed(1)}): what is recorded now will say less than it could.`);
  const runs: Measurement[] = [];
  const began = performance.now();
  const spent = () => Math.round((performance.now() - began) / 1_000);
  for (;;) {
    const ran = names.map((name) => {
      const own = runs.filter((run) => run.name === name);
      return { name, runs: own.length, seconds: Math.max(0, ...own.map(({ seconds }) => seconds)) };
    });
    const name = nextToRun(ran, spent(), budget);
    if (name === null) break;
    const times = (ran.find((one) => one.name === name)?.runs ?? 0) + 1;
    const done = ran.filter((one) => one.runs > 0).length;
    console.log(
      `\n${name}, run ${times} of up to ${mostRuns}; ${done} of ${names.length} measured, ${spent()} of ${budget} s used`,
    );
    const run = await measure(name, args);
    if (!run.isDone) {
      console.error(`${name} could not be measured; nothing was recorded.`);
      return 1;
    }
    runs.push(run);
  }
  const { yardstick, figures } = middleOf(runs);
  const kept = Object.entries(recorded()?.figures ?? {}).filter(([name]) => figures[name] === undefined);
  const all = [...kept, ...Object.entries(figures)].sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(file, `${JSON.stringify({ yardstick, figures: Object.fromEntries(all) }, null, 2)}\n`);
  const fewest = Math.min(...names.map((name) => runs.filter((run) => run.name === name).length));
  console.log(`\nRecorded ${Object.keys(figures).length} figures in ${spent()} s, each from ${fewest} to ${mostRuns} runs.`);
  return 0;
}
