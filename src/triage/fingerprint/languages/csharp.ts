import type { Frame, Raised, Trace } from '../failure';
import { headingIn, plainHeading } from '../heading';
import type { Line } from '../lines';
import { lineNumber, sourceFile } from '../source-file';

const libraries =
  /^(?:System|Microsoft|NUnit|Xunit|xUnit|Moq|FluentAssertions|Shouldly|NSubstitute|Castle|AutoMapper|MediatR|Newtonsoft|Dapper|Npgsql|MySql|MySqlConnector|Oracle|StackExchange|Serilog|NLog|log4net|Polly|Autofac|Ninject|Hangfire|Quartz|MassTransit|RabbitMQ|Confluent|Amazon|Azure|Google|Grpc|IdentityServer4|Swashbuckle|FluentValidation|Refit|RestSharp|NHibernate|MongoDB|Elasticsearch|Nest|OpenQA|TechTalk|Reqnroll|BenchmarkDotNet|JetBrains|ReSharper|TestDriven|Interop|Internal|UnityEngine|UnityEditor|Mono|Avalonia|ReactiveUI|DynamicClass|lambda_method|Bogus|AutoFixture|WireMock|Testcontainers|TUnit|MSTest|Steeltoe|Orleans|Akka|NServiceBus|Rebus|ServiceStack|Nancy|Coverlet|Duende|OpenTelemetry|StackTrace)(?:[.+`]|$)/;

// .NET writes its own words in the language of the machine.
const shape = /^(?:at|bei|à|en|em|a|w|в|在|於|場所|위치:?)\s+(?:\(wrapper [\w-]{1,40}\) )?(.{1,1200}?)\s?\((.*)$/;
const place =
  /^.*?\)(?:\s\[0x[0-9a-f]+\])?(?:\s(?:in|dans|en|em|w|в|位置|位於|場所|파일)\s(.{1,600}?):(?:(?:line|Zeile|ligne|línea|linha|riga|wiersz|строка|行号|行|줄)\s?)?(\d{1,9})\.?)?\s*$/;

function nameOf(written: string): string {
  return written
    .replace(/`\d+/g, '')
    .replace(/\[[^\]]{0,400}\]/g, '')
    .replace(/<([\w.]{1,100})>d__\d+(?:\.MoveNext)?/g, '$1')
    .replace(/<>c__DisplayClass\d+_\d+(?:_\d+)?\.?/g, '')
    .replace(/<>c\.?/g, '')
    .replace(/<<([\w.]{1,100})>[bg]__[^>]{0,60}>d(?:\.MoveNext)?/g, '$1.lambda')
    .replace(/<([\w.]{1,100})>g__(\w{1,100})\|[\d_]+/g, '$1.$2')
    .replace(/<([\w.]{1,100})>b__[\d_]+/g, '$1.lambda')
    .replace(/<([\w.,\s]{0,200})>/g, (whole, inside: string) =>
      inside === 'Main' || inside.includes('$') ? inside : whole.includes(',') ? '' : inside,
    )
    .replace(/\+/g, '.')
    .replace(/:/g, '.')
    .replace(/\.MoveNext$/, '')
    .replace(/\.{2,}(?!c?ctor)/g, '.');
}

function frame(text: string): Frame | null {
  // Consoles of test runners put the place first.
  const turned = /^(\S.{0,600}\.(?:cs|fs|vb))\((\d{1,9}),\d{1,9}\): at (.{1,1000}\))$/.exec(text);
  if (turned !== null) return frame(`at ${turned[3] ?? ''} in ${turned[1] ?? ''}:line ${turned[2] ?? ''}`);
  const match = shape.exec(text);
  if (match === null || !text.includes(')')) return null;
  // Some print the type that a method returns, too.
  const written = /\sin\s.*:\D{0,9}\d+$/.test(match[2] ?? '')
    ? ((match[1] ?? '').split(/\s(?![^<[]*[>\]])/).at(-1) ?? '')
    : (match[1] ?? '').replace(/^async /, '');
  const behind = place.exec(match[2] ?? '');
  if (
    behind === null ||
    /[\s@/]/.test(written.replace(/<[^>]*>|\[[^\]]*\]/g, '')) ||
    (!written.includes('.') && !/lambda_method|^<?\w+/.test(written))
  )
    return null;
  const [args = ''] = (match[2] ?? '').split(')');
  if (behind[1] === undefined && !argumentsLike(args)) return null;
  const path = behind[1];
  const unknown = path === undefined || path.startsWith('<');
  return {
    function: nameOf(written),
    file: unknown ? null : sourceFile(path),
    line: unknown ? null : lineNumber(behind[2]),
    inApp: !libraries.test(written),
  };
}

/** Types and names, unlike the places that other languages write in brackets. */
function argumentsLike(args: string): boolean {
  return !/:\d|\.(?:java|kt|scala|groovy|[jt]sx?|[cm]js|dart)\b|^(?:Native Method|Unknown Source|native|<anonymous>|index \d+|SourceFile|<generated>)/.test(
    args,
  );
}

interface Open extends Raised {
  readonly frames: Frame[];
}

function headed(text: string): Open | null {
  const assertion = /^(Assert\.\w{1,60}(?:\(\) Failure| failed))[:.]?\s?/.exec(text);
  if (assertion !== null) return { kind: assertion[1] ?? null, message: text.slice(assertion[0].length), frames: [] };
  const heading = headingIn(text) ?? plainHeading(text);
  if (heading === null) return null;
  return { kind: heading.kind, message: heading.message, frames: [] };
}

/** The errors that lines above frames name, outermost first. */
function errorsIn(between: readonly string[]): readonly Open[] {
  const last = between.findLastIndex((text) => text.startsWith('---> ') || headed(text) !== null);
  if (last === -1) return [];
  // The outermost one is above those that "--->" introduces.
  let first = last;
  while (first > 0 && between[first]?.startsWith('---> ')) first--;
  while (
    first > 0 &&
    headingIn(between[first] ?? '') === null &&
    between.slice(0, first).some((text) => headingIn(text) !== null)
  )
    first--;
  return between
    .slice(first)
    .join('\n')
    .split(/(?:^|\s)---> /)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [head = '', ...rest] = part.replace(/^\(Inner Exception #\d+\) /, '').split('\n');
      const open = headed(head.trim());
      return open === null
        ? { kind: null, message: part.trim(), frames: [] }
        : { ...open, message: [open.message, ...rest].join('\n').trim() };
    });
}

/** All of .NET; the innermost error's frames come first there, and each error's end is marked. */
export function readCsharp(lines: readonly Line[]): Trace | null {
  const chain: Open[] = [];
  let depth = -1;
  let between: string[] = [];
  for (const { text } of lines) {
    if (
      /^---\s?(?:End of inner|Ende der internen|Fin de la trace de la pile|Fin del seguimiento|内部异常|Fine dell'analisi dello stack dell'eccezione interna)/.test(
        text,
      )
    ) {
      between = [];
      depth = Math.max(0, depth - 1);
      continue;
    }
    const read = frame(text);
    if (read === null) {
      if (/^---(?!>)/.test(text) && !/^----+ \S+ :/.test(text)) continue;
      if (/^(?:Error Message|Stack Trace|StackTrace|Message):?$/i.test(text)) continue;
      between.push(text.replace(/^-{4,} (?=\S+ :)/, '---> '));
      if (between.length > 80) between = between.slice(-40);
      continue;
    }
    const found = errorsIn(between);
    if (chain.length === 0 || found.length > 0) {
      const inner = between.some((line) => line.startsWith('---> (Inner') || line.startsWith('---> '));
      if (chain.some(({ frames }) => frames.length > 0) && found.length > 0) {
        if (!inner) break;
        // Further errors of an aggregate: the first one is the cause.
        if (between.some((line) => /^---> \(Inner Exception #[1-9]/.test(line))) break;
      }
      chain.push(...(found.length > 0 ? found : [{ kind: null, message: between.join('\n').trim(), frames: [] }]));
      depth = chain.length - 1;
    }
    between = [];
    chain[Math.max(0, depth)]?.frames.push(read);
  }
  return chain.some(({ frames }) => frames.length > 0) ? { language: 'csharp', chain } : null;
}
