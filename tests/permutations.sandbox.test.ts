import { startForgeSql, type ForgeSqlHere } from './forge-sql';
import { createPrng } from '../sandbox/data/prng';
import { parseDelivery, type Delivery } from '../src/flows/parse-delivery';
import { factsOfDelivery } from '../src/flows/delivery-facts';
import { keysIn, newnessOf } from '../src/environments';
import { storeFacts } from '../src/environments/shell';
import { migrate } from '../src/platform/database';
import { storeSightings } from '../src/triage/shell';

/** A thousand deliveries in any order, some of them twice, on a real database: the same tables in the end. */
jest.setTimeout(300_000);

let sql: ForgeSqlHere;
beforeAll(async () => {
  sql = await startForgeSql(59_313);
  await migrate();
});
afterAll(() => sql.stop());

const prng = createPrng(7, 'permutations');
const few = (names: readonly string[]) => prng.pick([...names]);
const hex = () => Array.from({ length: 12 }, () => prng.integer(0, 15).toString(16)).join('');
const shas = Array.from({ length: 40 }, hex);
const when = () => new Date(Date.UTC(2026, 10, 2, 9, prng.integer(0, 59))).toISOString();

function aDelivery(n: number): Delivery {
  const told = { schema: 1, key: `k${n}`, project: 'SHOP', at: when(), sequence: prng.integer(0, 2) };
  const of = {
    service: few(['shop', 'api']),
    version: few(['4.1.0', '4.2.0']),
    build: few(['b1', 'b2', 'b3']),
    commit: few(shas),
  };
  const payloads = {
    build: { ...told, ...of, state: few(['in-progress', 'successful', 'failed']) },
    deployment: {
      ...{ ...told, ...of, deployment: few(['d1', 'd2', 'd3']), environment: few(['staging', 'production']) },
      ...{
        step: few(['start', 'finish', 'expose', 'rollback']),
        outcome: few(['successful', 'failed']),
        exposure: prng.integer(0, 100),
      },
    },
    incident: {
      ...told,
      incident: few(['I1', 'I2']),
      title: few(['Down', 'Slow']),
      severity: few(['S1', 'S2']),
      environment: 'production',
      startedAt: told.at,
    },
    commits: {
      ...{ ...told, branch: few(['main', 'release/4.2.0']) },
      commits: Array.from({ length: 3 }, () => ({ sha: few(shas), at: when(), message: `SHOP-${prng.integer(1, 9)} Mend` })),
    },
  };
  const type = few(['build', 'deployment', 'incident', 'commits']);
  const delivery =
    type === 'build' || type === 'deployment' || type === 'incident' || type === 'commits'
      ? parseDelivery(type, payloads[type])
      : null;
  if (delivery === null) throw new Error('The test made a delivery that breaks its contract.');
  return delivery;
}

const deliveries = Array.from({ length: 1000 }, (_, n) => aDelivery(n));

async function take(delivery: Delivery): Promise<void> {
  if (delivery.type === 'test-run' || delivery.type === 'sighting') return;
  await storeFacts(
    '1',
    factsOfDelivery(delivery, (message) => keysIn(message, new Set(['SHOP']))),
  );
  const { at, sequence } = delivery.payload;
  const newness = newnessOf(sequence, at, delivery.payload.key);
  const place = { suite: 's', environment: 'staging', segment: null, version: null, build: null };
  const sighting = {
    subject: `f${at.slice(14, 15)}`,
    origin: `r${at.slice(15, 16)}`,
    at,
    newness,
    ...place,
    times: sequence + 1,
    flaky: 0,
  };
  await storeSightings('1', [{ ...sighting, detail: JSON.stringify({ key: delivery.payload.key }) }]);
}

const dump = async () =>
  JSON.stringify([
    await sql.rows('SELECT * FROM facts ORDER BY 1, 2, 3, 4'),
    await sql.rows('SELECT * FROM sightings ORDER BY 1, 2, 3'),
  ]);

test('any order and any repetition end in the same tables', async () => {
  for (const delivery of deliveries) await take(delivery);
  const expected = await dump();
  expect((await sql.rows('SELECT * FROM facts')).length).toBeGreaterThan(100);
  for (let order = 0; order < 3; order += 1) {
    await sql.rows('DELETE FROM facts');
    await sql.rows('DELETE FROM sightings');
    const again = deliveries.filter(() => prng.chance(0.2));
    const shuffled = [...deliveries, ...again]
      .map((delivery) => ({ delivery, place: prng.next() }))
      .sort((a, b) => a.place - b.place);
    // Several at once, as several functions would.
    const left = shuffled.map(({ delivery }) => delivery);
    const worker = async () => {
      for (let next = left.shift(); next !== undefined; next = left.shift()) await take(next);
    };
    await Promise.all([worker(), worker(), worker(), worker()]);
    expect((await dump()) === expected).toBe(true);
  }
});
