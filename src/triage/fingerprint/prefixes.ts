/** Dates and times at the start of a line, with the separator that follows. */
const stamps = [
  /\[\d{4}-\d{2}-\d{2}[ T]\d{1,2}:\d{2}:\d{2}[^\]\n]{0,120}\](?:\s+|(?=\[)|$)/y,
  /[[(]?\d{4}[-/.]\d{2}[-/.]\d{2}(?:(?:T| {1,2}|, )\d{1,2}:\d{2}(?::\d{2}(?:[.,:]\d{1,9})?)?)?\s?(?:Z|UTC|GMT|CES?T|E[SD]T|P[SD]T|[+-]\d{2}:?\d{2})?[\])]?(?:\s*[:|,-](?=\s|$))?(?:\s+|(?<=\])(?=\[)|$)/y,
  /[[(]?\d{1,2}[./-](?:\d{1,2}|[A-Z][a-z]{2})[./-]\d{2,4}[ T:]{1,2}\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?: [AP]M)?(?: [+-]\d{4})?[\])]?(?:\s*[:|,-](?=\s|$))?(?:\s+|(?<=\])(?=\[)|$)/y,
  /[[(]?(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}\d{1,2}(?:,? \d{4})?,? \d{1,2}:\d{2}:\d{2}(?:\.\d{1,9})?(?: [AP]M)?(?: [A-Z]{3,4})?(?: \d{4})?[\])]?(?:\s*[:|-](?=\s|$))?(?:\s+|$)/y,
  /[[(]?\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,9})?(?: ?[AP]M)?[\])]?(?:\s*[|-](?=\s|$))?(?:\s+|[WEI]?:\s+|$)/y,
  /[EWIF]\d{4} \d{2}:\d{2}:\d{2}\.\d{1,9}\s+\d{1,9} [\w./-]{1,100}:\d{1,6}\] ?/y,
  /(?:<\d{1,3}>)?\[\s{0,12}\d{1,9}\.\d{3,9}\](?:\s?\[\s{0,8}[TC]\d{1,9}\])?(?:\s|$)/y,
  /1\d{9}(?:\.\d{1,9}|\d{3})?[ \t]+/y,
];

const word = '(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|ERR|FATAL|CRITICAL|CRIT|SEVERE|ALERT|EMERG|PANIC|VERBOSE)';
const levels = [
  new RegExp(`[[(<]?${word}[\\])>]?(?:\\s*[:|-])?(?:\\s+|$)`, 'y'),
  new RegExp(`${word}:[\\w.]{1,100}:`, 'y'),
  new RegExp(`[\\w-]{1,40}\\.${word}: `, 'y'),
  /\[(?:trace|debug|info|notice|warn|warning|error|err|fatal|critical|crit|severe|panic)\s{0,3}\]:?\s*/iy,
  /(?:error|warn|warning|info|debug|fatal|critical)\s*\|\s+/iy,
  /(?:time|ts|timestamp|level|lvl|severity|logger|caller|thread|source|pid)=(?:"[^"\n]{0,200}"|[^\s"]{1,200})\s+/y,
];

/** What has no meaning of its own wherever it begins a line. */
const marks = [
  /\s+/y,
  /==\d{1,9}==\s?/y,
  /\[xUnit\.net [\d:.]{5,20}\]\s*/y,
  /##\[\w{1,20}\]/y,
  /(?:>\s?){1,8}/y,
  /\|(?:\s|$)/y,
  /[A-Za-z][\w.]{0,60}(?:[-_]\w{1,30}){0,8}[-_]\d{1,4}\s{0,40}\|(?:\s|$)/y,
  /[A-Za-z][\w.-]{1,60}\s{2,40}\|(?:\s|$)/y,
  /(?:\d{2}-\d{2} \d{2}:\d{2}:\d{2}\.\d{3}\s{1,8}(?:\d{1,7}\s{1,8}\d{1,7}\s{1,8})?)[VDIWEFA][ /][\w.$-]{1,60}\s{0,20}(?:\(\s{0,8}\d{1,7}\))?: ?/y,
  /\d{2}-\d{2} \d{2}:\d{2}:\d{2}\.\d{3}\s{1,8}\d{1,7}-\d{1,7}\/\S{1,100} (?=[VDIWEFA]\/)/y,
  /[VDIWEFA]\/[\w.$-]{1,60}\s{0,20}(?:\(\s{0,8}\d{1,7}\))?: ?/y,
  /\[(?:pod\/[^\]\s]{1,200}|(?:pid|tid)[ :=]?\d{1,9}|\d{1,9}|[\w.-]{0,60}(?:thread|exec|worker|pool)[-#]?[\w.-]{0,40}|main)\]:?\s+/iy,
];

/** What is a prefix only behind a date or a level. */
const afterStamp = [
  /\[(?!(?:cause|errors|stack|Previous|Circular)\b)[^\][\n]{0,100}\](?:\s*[:|-](?=\s))?\s*/y,
  /\d{1,9} --- (?:\[[^\]\n]{0,100}\]\s*){1,3}/y,
  /(?:stdout|stderr) [FP] /y,
  /[\w.$#-]{1,80}\s{0,20}\|\s+/y,
  /\d{1,9}\s+(?=\[|[A-Z]{4,8}\s|---)/y,
  /[\w.$/[\]-]{1,120}\s+:\s+(?=\S)/y,
  /[\w.$/[\]-]{1,120}\s*[-:]\s+(?=at \S|Caused by: |\.\.\. \d|File "|Traceback \(|from \S)/y,
  /[\w.-]{1,80} [\w./()-]{1,80}\[\d{1,9}\]: /y,
  /[\w.-]{1,80} kernel: /y,
  /[-|:] /y,
];

function matched(rules: readonly RegExp[], line: string, at: number): number {
  for (const rule of rules) {
    rule.lastIndex = at;
    if (rule.test(line) && rule.lastIndex > at) return rule.lastIndex;
  }
  return -1;
}

/** Where a line begins. */
export interface Start {
  /** From 0. */
  readonly at: number;
  /** Whether a date or a level stood before it. */
  readonly stamped: boolean;
}

/** Finds the start of a line behind its dates, levels, thread names and other things that loggers, containers and pipelines put first. */
export function startOf(line: string): Start {
  const white = line.search(/\S/);
  if (white === -1) return { at: line.length, stamped: false };
  if (/^(?:at |File "|from |#\d)/.test(line.slice(white, white + 6))) return { at: white, stamped: false };
  let at = 0;
  let stamped = false;
  for (let step = 0; step < 16; step++) {
    const stamp = matched(stamps, line, at);
    const level = stamp === -1 ? matched(levels, line, at) : stamp;
    const next = level === -1 ? matched(marks, line, at) : level;
    const last = next === -1 && stamped ? matched(afterStamp, line, at) : next;
    if (last === -1) break;
    stamped ||= level !== -1;
    at = last;
  }
  return { at, stamped };
}
