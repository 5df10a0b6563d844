import { SaxesParser } from 'saxes';
import { beyond, bounds } from './bounds';
import { ReportProblem } from './report';

/** Of one element, by name as written; those of a namespace with their prefix (`xsi:type`). */
export type Attributes = Readonly<Record<string, string | undefined>>;

/** What a format does with the elements of a document. Names of elements come without their namespace prefix. */
export interface ElementHandler {
  /** @returns true where the element's own text is wanted: what nobody wants is skipped and costs no memory */
  open(name: string, attributes: Attributes): boolean;
  /** @param text all text and CDATA directly in the element, as far as {@link mostText}; empty where it was not wanted */
  close(name: string, text: string): void;
}

/** A document is written to it in pieces, cut anywhere. */
export interface XmlReader {
  /** Line of the text, from 1, that is being read: for a format's own {@link ReportProblem}. */
  readonly line: number;
  /** @throws ReportProblem */
  write(text: string): void;
  /** Nothing follows. @throws ReportProblem where the document is not complete */
  end(): void;
}

/** Elements inside one another: reports nest suites some ten deep. */
const mostDepth = 200;
const mostAttributes = 1_000;
/** Characters of one name, one attribute, one element's attributes together. */
const mostPiece = 4_000_000;
/** Characters that are read at once. */
const stride = 131_072;
/** Characters of an element's text that are kept: nobody reads a longer trace. */
export const mostText = 100_000;

/**
 * Reads XML the way reports need it. A document type declaration is refused, and with it every entity but the five of XML itself and
 * references by number; nothing is ever fetched. Characters that XML forbids are left out rather than refused: tools copy what a test
 * printed, colours and NUL bytes included, into their reports.
 */
export function readXml(handler: ElementHandler): XmlReader {
  const tokens = new Tokens();
  /** Of each open element: its text so far, null where that is not wanted. */
  const texts: (string | null)[] = [];
  let elements = 0;
  let allAttributes = 0;
  /** Of the element that is being read. */
  let attributes = 0;
  let attributeLength = 0;

  const addText = (text: string) => {
    const top = texts.length - 1;
    const before = texts[top];
    if (before == null || before.length >= mostText) return;
    texts[top] = (before + tokens.cleaned(text)).slice(0, mostText);
  };
  const listen = () => {
    const wanted = texts[texts.length - 1] != null;
    if (wanted === tokens.listening) return;
    tokens.listening = wanted;
    if (wanted) tokens.on('text', addText);
    else tokens.off('text');
  };

  tokens.on('cdata', addText);
  tokens.on('doctype', () => tokens.refuse('it has a document type declaration (DOCTYPE), which no report needs'));
  tokens.on('attribute', ({ value }) => {
    attributes += 1;
    attributeLength += value.length;
    if (attributes > mostAttributes || attributeLength > mostPiece) tokens.refuse('an element has too many attributes');
  });
  tokens.on('opentag', (tag) => {
    elements += 1;
    allAttributes += attributes;
    if (elements + tokens.sections > bounds.elements) throw beyond('elements', 'elements', tokens.line);
    if (allAttributes > bounds.attributes) throw beyond('attributes', 'attributes', tokens.line);
    attributes = 0;
    attributeLength = 0;
    if (tokens.spoilt) {
      for (const [name, value] of Object.entries(tag.attributes)) tag.attributes[name] = clean(value);
      tokens.spoilt = false;
    }
    if (texts.length >= mostDepth) tokens.refuse(`its elements are more than ${mostDepth} deep`);
    texts.push(handler.open(localName(tag.name), tag.attributes) ? '' : null);
    listen();
  });
  tokens.on('closetag', (tag) => {
    const text = texts.pop() ?? '';
    listen();
    handler.close(localName(tag.name), text);
  });

  let begun = false;
  return {
    get line() {
      return tokens.line;
    },
    write: (text) => {
      // Some tools print an empty line before the XML declaration.
      const rest = begun ? text : text.replace(/^[\ufeff\s]+/, '');
      if (!begun) tokens.line += text.slice(0, text.length - rest.length).split('\n').length - 1;
      begun ||= rest !== '';
      if (rest.length <= stride) tokens.feed(rest);
      else for (let at = 0; at < rest.length; at += stride) tokens.feed(rest.slice(at, at + stride));
    },
    end: () => {
      tokens.close();
    },
  };
}

/** @returns local name of the first element of what starts like an XML document; null where none is in sight */
export function rootName(head: string): string | null {
  let at = 0;
  for (;;) {
    at += /^[\ufeff\s]*/.exec(head.slice(at))?.[0].length ?? 0;
    const ending = head.startsWith('<?', at) ? '?>' : head.startsWith('<!--', at) ? '-->' : null;
    if (ending === null) break;
    const end = head.indexOf(ending, at);
    if (end === -1) return null;
    at = end + ending.length;
  }
  if (head.startsWith('<!DOCTYPE', at)) return localName(/^<!DOCTYPE\s+([^\s[>]+)/.exec(head.slice(at))?.[1] ?? '');
  const name = /^<([\p{L}_][^\s/>]*)/u.exec(head.slice(at))?.[1];
  return name === undefined ? null : localName(name);
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

/** What stands for no character of XML: lone halves of pairs too. */
const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\p{Surrogate}]/gu;
const reference = /&#(?:x([0-9a-f]*)|([0-9]*));/gi;

/** Leaves out forbidden characters, and the references to such, which were left in the text as written. */
function clean(text: string): string {
  return text
    .replace(reference, (written, hex: string | undefined, decimal: string | undefined) => {
      const code = hex === undefined ? Number(decimal) : Number(`0x${hex}`);
      const allowed = code > 0 && code <= 0x10ffff && String.fromCodePoint(code).search(forbidden) === -1;
      return allowed ? written : '';
    })
    .replace(forbidden, '');
}

/** What saxes says, in words for those who only look at reports. */
const causes: Readonly<Record<string, string>> = {
  'document must contain a root element.': 'it has no element',
  'documents may contain only one root.': 'a second document follows the first',
  'text data outside of root node.': 'there is text outside the document',
  'undefined entity.': 'it uses an entity that XML does not define',
  'unexpected end.': 'it ends in the middle',
  'inappropriately located doctype declaration.': 'it has a document type declaration (DOCTYPE), which no report needs',
};

/** saxes with a limit to what it holds. The names in brackets are its own, of version 6.0.0. */
class Tokens extends SaxesParser {
  /** Something that XML forbids was let through into what is handed out next. */
  spoilt = false;
  /** The text here is wanted. */
  listening = false;
  /** CDATA so far. */
  sections = 0;

  /** Number of the state in which it reads CDATA. */
  private readonly section: number;

  constructor() {
    super({ forceXMLVersion: true, defaultXMLVersion: '1.0' });
    const states: unknown = this['stateTable'];
    this.section = Array.isArray(states) ? states.indexOf(this['sCData']) : -1;
  }

  /** Writes a piece, then looks at what is held of a token that has not ended. */
  feed(text: string): void {
    for (let at = 0; at < text.length;) {
      const inSection = this['state'] === this.section && this['carriedFromPrevious'] === undefined;
      if (inSection && !this.listening) at = this.skipSection(text, at);
      const section = text.indexOf('<![CDATA[', at);
      const end = section === -1 ? text.length : section + '<![CDATA['.length;
      if (section !== -1) this.sections += 1;
      if (this.sections > bounds.elements) throw beyond('elements', 'CDATA sections', this.line);
      this.write(at === 0 && end === text.length ? text : text.slice(at, end));
      at = end;
    }
    const name = textOf(this['name']);
    let held = textOf(this['text']);
    // Outside of a tag it holds a comment, or a text of which only so much is wanted.
    if (name === '') this['text'] = held = this.listening ? held.slice(0, mostText) : '';
    if (held.length + name.length > mostPiece) this.refuse('an attribute or a name is too long');
    if (textOf(this['entity']).length + textOf(this['piTarget']).length > mostAttributes)
      this.refuse('an entity or instruction has no end');
    // It gathers small strings that each cost more than they hold; whoever reads a character of them makes them one.
    held.charCodeAt(0);
  }

  /** Most of a report is output in CDATA that nobody wants: what is not shown to saxes need not be read twice. @returns where to go on */
  private skipSection(text: string, from: number): number {
    const end = text.indexOf(']]>', from);
    let to = end === -1 ? Math.max(from, text.length - 2) : end;
    if (to > from && text[to - 1] === '\r') to -= 1;
    this.line += lineEnds(text.slice(from, to));
    return to;
  }

  cleaned(text: string): string {
    if (!this.spoilt) return text;
    this.spoilt = false;
    return clean(text);
  }

  /** Called by saxes, with {@link causes} and others. */
  override fail(message: string): this {
    if (message === 'disallowed character.' || message === 'malformed character entity.') {
      // The only place where it finds this one disallowed is an attribute's value, whose end can still be told.
      if (textOf(this['chunk']).charCodeAt(Number(this['prevI'])) === lessThan) this['text'] = `${textOf(this['text'])}<`;
      else this.spoilt = true;
      return this;
    }
    if (message.includes(']]>')) return this;
    if (message.startsWith('unclosed tag: ')) this.refuse(`it ends before <${message.slice('unclosed tag: '.length)}> does`);
    return this.refuse(causes[message] ?? `it is not well-formed XML (${message.replace(/\.$/, '')})`);
  }

  /** Names in it may be of any length. */
  refuse(cause: string): never {
    throw new ReportProblem(cause.length > 200 ? `${cause.slice(0, 200)}…` : cause, this.line);
  }
}

const lessThan = 0x3c;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function lineEnds(text: string): number {
  if (text.includes('\r')) return text.match(/\r\n?|\n/g)?.length ?? 0;
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
