/** A way in which the text of one failure differs from one run to the next. */
export interface Noise {
  readonly name: string;
  /** @param seed the same seed makes the same noise */
  apply(text: string, seed: number): string;
}

const next = (seed: number) => (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0) % 9_000;
const eachLine = (text: string, change: (line: string, at: number) => string) => text.split('\n').map(change).join('\n');
const hex = (seed: number, digits: number) =>
  Array.from({ length: Math.ceil(digits / 4) }, (_, at) => (next(seed + at) + 0x1000).toString(16))
    .join('')
    .slice(0, digits);

/** Directories of machines; each stands for the one that the samples were made in. */
const checkouts = ['/home/ci/a1', '/builds/group/shop', '/Users/dev/code', '/workspace', '/opt/agent/work/12/s', '/srv/other'];

export const noises: readonly Noise[] = [
  {
    name: 'other lines and columns',
    apply: (text, seed) =>
      text
        .replace(
          /(\.(?:java|kt|js|ts|go|rb|rs|php|c|cpp|py|ex|dart|inc)):\d+(?::\d+)?/g,
          (whole, file: string) => `${file}:${next(seed) + 1}${whole.split(':').length > 2 ? `:${next(seed + 1) + 1}` : ''}`,
        )
        .replace(/(", line |:line |\.php\()\d+/g, (_, before: string) => `${before}${next(seed) + 1}`),
  },
  {
    name: 'other addresses',
    apply: (text, seed) => text.replace(/0x[0-9a-f]{4,16}\b/g, (whole) => `0x${hex(seed, whole.length - 2)}`),
  },
  {
    name: 'other threads, ports and process ids',
    apply: (text, seed) =>
      text
        .replace(/pool-3-thread-12|http-nio-8080-exec-3/g, `pool-${next(seed)}-thread-${next(seed + 1)}`)
        .replace(/goroutine 19 /, `goroutine ${next(seed) + 1} `)
        .replace(/==12345==/g, `==${next(seed)}==`)
        .replace(/10\.0\.0\.7:\d+/g, `192.168.${seed % 250}.9:${next(seed) + 1024}`),
  },
  { name: 'other ids', apply: (text, seed) => text.replace(/\b(?:4711|17)\b(?!\.\d)/g, String(next(seed) + 1)) },
  {
    name: 'another checkout',
    apply: (text, seed) =>
      text.replace(
        /\/home\/ci\/a1|\/srv\/shop(?=\/(?:src|lib|shop|spec|stock|vendor|node_modules|cart))/g,
        checkouts[seed % checkouts.length] ?? '',
      ),
  },
  {
    name: 'a checkout on Windows',
    apply: (text) =>
      eachLine(text, (line) =>
        /\/home\/ci\/a1/.test(line) && !/0x|\.rb:|\.php/.test(line)
          ? line.replace(/\/home\/ci\/a1([\w/.-]*)/g, (_, rest: string) => `C:\\agent\\_work\\3${rest.replace(/\//g, '\\')}`)
          : line,
      ),
  },
  { name: 'another hash of a bundle', apply: (text, seed) => text.replace(/3f2a1b|9c8d7e/g, () => `a${hex(seed, 4)}1`) },
  {
    name: 'other numbers of generated code',
    apply: (text, seed) =>
      text
        .replace(/\$Proxy\d+/g, `$Proxy${next(seed)}`)
        .replace(/\$\$Lambda\$\d+\/0x\w+/g, `$$$$Lambda$${next(seed)}/0x${hex(seed, 16)}`)
        .replace(/lambda\$total\$0/g, `lambda$total$${next(seed)}`)
        .replace(/CGLIB\$\$\w+/g, () => `CGLIB$$${hex(seed, 8)}`)
        .replace(/Orders\$1/g, `Orders$${next(seed)}`)
        .replace(/<Total>b__1/g, `<Total>b__${next(seed)}`)
        .replace(/d__5/g, `d__${next(seed)}`),
  },
  { name: 'Windows line ends', apply: (text) => text.replace(/\n/g, '\r\n') },
  { name: 'colours', apply: (text) => eachLine(text, (line) => (line.trim() === '' ? line : `\u001b[31m${line}\u001b[0m`)) },
  { name: 'a deeper indent', apply: (text) => eachLine(text, (line) => (line === '' ? line : `    ${line}`)) },
  { name: 'tabs for spaces', apply: (text) => text.replace(/^ {4}/gm, '\t') },
  {
    name: 'a date and a level before each line',
    apply: (text, seed) =>
      eachLine(text, (line) => `2026-11-${String((seed % 28) + 1).padStart(2, '0')}T09:00:0${seed % 10}.123Z ERROR ${line}`),
  },
  {
    name: 'a date in brackets before each line',
    apply: (text, seed) => eachLine(text, (line) => `[2026-11-02 09:00:0${seed % 10},${100 + (seed % 900)}] ${line}`),
  },
  {
    name: 'the prefix of syslog',
    apply: (text, seed) => eachLine(text, (line) => `Nov  2 09:00:0${seed % 10} web-${seed % 7} shop[${next(seed)}]: ${line}`),
  },
  { name: 'the prefix of a container', apply: (text, seed) => eachLine(text, (line) => `shop-${(seed % 3) + 1}  | ${line}`) },
  { name: 'log lines before', apply: (text, seed) => `2026-11-02 09:00:00 INFO started in ${next(seed)} ms\n${text}` },
  { name: 'log lines after', apply: (text) => `${text}\n2026-11-02 09:00:09 INFO stopping\n` },
];
