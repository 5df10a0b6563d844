/** The first line of an error: what it is and what it says. */
export interface Heading {
  readonly kind: string;
  readonly message: string;
  /** What stands before the kind in the line. */
  readonly before: string;
}

const longest = 600;
// An identifier, perhaps in packages or namespaces, that ends as errors' names do.
const named =
  /(?:^|[\s"'([>;])((?:[A-Za-z_$][\w$]*(?:\.|\\|::|\/|\+))*[A-Za-z_$]?[\w$]*(?:Exception|Error|Throwable|Failure|Fault|Warning|Interrupt|Exit|Timeout|Violation)(?:`\d)?(?:\$\w{1,60})?)(?=\s?:(?:\s|$)| \[\w+\](?::|$)|\s?$| \()(?: \[(\w+)\])?(?:\s?:\s?)?/;
// Any name, where it stands alone or before a colon at the start of a line.
const plain = /^((?:[A-Za-z_$][\w$-]*[.\\])+[A-Z_][\w$]*|[A-Z][\w$]*[a-z][\w$]*)(?:\s?:\s|:?$)/;

const label =
  /^(?:Expected|Actual|Received|Message|Messages|Note|Caused|Location|Locator|Diff|Test|Tests|Failure|Failures|Stack|Trace|Stacktrace|Backtrace|Output|Details|Reason|Description|Result|Results|Hint|Usage|Exception trace|Snapshot|Difference|Object|Array|Node|Call|Got|Want|Value|Info|Warning|Debug)$/;

/** Finds the name of an error anywhere in a line; null where there is none. */
export function headingIn(text: string): Heading | null {
  const line = text.slice(0, longest).replace(/UnhandledPromiseRejectionWarning: (?=\S)/, (whole) => ' '.repeat(whole.length));
  const match = named.exec(line);
  if (match === null) return null;
  const kind = match[1] ?? '';
  const code = match[2];
  const start = match.index + match[0].indexOf(kind);
  return {
    kind: code === undefined ? kind : `${kind} [${code}]`,
    message: text.slice(match.index + match[0].length).trim(),
    before: line.slice(0, start).trim(),
  };
}

/** Reads a line as an error whose class need not be called one: only where a trace follows directly. */
export function plainHeading(text: string): Heading | null {
  const match = plain.exec(text.slice(0, longest));
  return match === null || label.test(match[1] ?? '')
    ? null
    : { kind: match[1] ?? '', message: text.slice(match[0].length).trim(), before: '' };
}
