import { defaultMaskingRules, Masker, StreamMasker } from '../../src/environments/masking';

const rounds = 9;
/** Of text. */
const sizes = [0.08, 0.8, 8];
const pieceLength = 262_144;

/** So many megabytes of the lines that services, databases and builds write, with something to mask in one of a hundred. */
function log(megabytes: number): string {
  const lines: string[] = [];
  for (let n = 0, length = 0; length < megabytes * 1_000_000; n += 1) {
    const at = `2026-11-02T09:05:${String(n % 60).padStart(2, '0')}.${String(n % 1000).padStart(3, '0')}Z`;
    const line = [
      `10.0.${n % 255}.7 - - [02/Nov/2026:09:05:00 +0000] "GET /api/v1/orders/${n}?page=2 HTTP/1.1" 200 ${n % 9999} "-" "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36"`,
      `${at} INFO  [http-nio-8080-exec-${n % 20}] c.e.shop.OrderService - Order ${n} placed in ${n % 500} ms, total=${n % 999}.50`,
      `{"level":"info","ts":"${at}","msg":"request done","path":"/cart","status":200,"duration_ms":${n % 300},"trace_id":"4bf92f3577b34da6a3ce929d0e0e4736"}`,
      `\tat com.example.shop.checkout.BasketController.refuse(BasketController.java:${n % 400})`,
      n % 20 === 4
        ? `${at} WARN  mail to buyer${n % 50}@example.com was refused, password=hunter${n % 50}`
        : `${at} DEBUG cache hit for basket ${n}`,
    ][n % 5];
    lines.push(line ?? '');
    length += (line?.length ?? 0) + 1;
  }
  return lines.join('\n');
}

/** What it is measured against: the time to look at every character of the text once. */
function reading(text: string): number {
  let sum = 0;
  const time = computing(() => {
    for (let at = 0; at < text.length; at += 1) sum = (sum + text.charCodeAt(at)) | 0;
  });
  return time + (sum === 0.5 ? 1 : 0);
}

const rounded = (value: number) => Math.round(value * 10) / 10;

/** What the command does with a log, without reading and writing it: pieces of a quarter of a megabyte. */
function maskInPieces(text: string, masker: Masker): number {
  const stream = new StreamMasker(masker);
  let given = 0;
  for (let at = 0; at < text.length; at += pieceLength) given += stream.push(text.slice(at, at + pieceLength)).length;
  return given + stream.end().length;
}

/** Time that this process was computing for, in milliseconds: other work on the machine does not count. */
function computing(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/**
 * Prints how long masking takes, as one line of JSON: time of computing, not of waiting; the ratio is to reading every character once on
 * the same machine.
 */
function measure(megabytes: number): void {
  const text = log(megabytes);
  const masker = new Masker(defaultMaskingRules, 'bench');
  maskInPieces(text, masker);
  const times: number[] = [];
  const references: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    references.push(reading(text));
    times.push(computing(() => maskInPieces(text, masker)));
  }
  const at = (values: number[], share: number) =>
    values.sort((a, b) => a - b)[Math.min(rounds - 1, Math.floor(share * rounds))] ?? 0;
  const [p50, p95, reference] = [at(times, 0.5), at(times, 0.95), at(references, 0.5)];
  const speed = { mbPerSecond: rounded(text.length / 1_000 / p50) };
  const figure = { name: 'mask', n: megabytes * 1_000_000, p50: rounded(p50), p95: rounded(p95), unit: 'ms', ...speed };
  console.log(JSON.stringify({ ...figure, reference: rounded(reference), ratio: rounded(p50 / reference) }));
}

for (const megabytes of sizes) measure(megabytes);
