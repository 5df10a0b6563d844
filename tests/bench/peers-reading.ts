import { XMLParser } from 'fast-xml-parser';
import { SaxesParser } from 'saxes';
import { z } from 'zod';
import { readReport } from '../../src/ingest/formats';
import { computing, medianOf, printFigure, rounded, shareOf } from './figure';
import { suiteText } from './junit-text';

const suites = 40;
const tests = suites * 500;
const rounds = 7;
const pieceLength = 65_536;

/** A JUnit report read by us, by saxes alone, and by fast-xml-parser alone: how much longer we take for what we make of it. */
export function peersOfReading(): void {
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${Array.from({ length: suites }, (_, n) => suiteText(n)).join('')}</testsuites>\n`;
  const bytes = Buffer.from(text);
  const ways = [() => byUs(bytes), () => bySaxes(text), () => byFastXmlParser(text)];
  const counts = ways.map((way) => way());
  if (counts.some((count) => count !== tests)) throw new Error(`Read were ${counts.join(', ')} tests of ${tests}.`);
  const times = ways.map(() => Array.from({ length: 0 }, () => 0));
  for (let round = 0; round < rounds; round += 1) ways.forEach((way, at) => times[at]?.push(computing(way)));
  const [ours = [], saxes = [], fast = []] = times;
  const sorted = ours.toSorted((a, b) => a - b);
  const [p50, p95] = [rounded(shareOf(sorted, 0.5)), rounded(shareOf(sorted, 0.95))];
  for (const [part, others] of [
    ['saxes', saxes],
    ['fast-xml-parser', fast],
  ] as const) {
    const reference = rounded(medianOf(others));
    printFigure(
      { name: 'peers-reading', part, n: tests, p50, p95, unit: 'ms', reference, ratio: rounded(p50 / reference) },
      { megabytes: Math.round(bytes.length / 1e6) },
    );
  }
}

/** Told, counted, and cut to what is kept, from the bytes in pieces as they come. @returns number of tests */
function byUs(bytes: Uint8Array): number {
  const reader = readReport(() => undefined);
  for (let at = 0; at < bytes.length; at += pieceLength) reader.write(bytes.subarray(at, at + pieceLength));
  return reader.end().tally.tests;
}

function bySaxes(text: string): number {
  const parser = new SaxesParser();
  let count = 0;
  parser.on('opentag', ({ name }) => {
    if (name === 'testcase') count += 1;
  });
  for (let at = 0; at < text.length; at += pieceLength) parser.write(text.slice(at, at + pieceLength));
  parser.close();
  return count;
}

const document = z.object({ testsuites: z.object({ testsuite: z.array(z.object({ testcase: z.array(z.unknown()) })) }) });

/** Makes objects of the whole document, which it has to have at once. */
function byFastXmlParser(text: string): number {
  const parser = new XMLParser({ ignoreAttributes: false, processEntities: { maxTotalExpansions: Infinity } });
  const { testsuite } = document.parse(parser.parse(text)).testsuites;
  return testsuite.reduce((sum, { testcase }) => sum + testcase.length, 0);
}
