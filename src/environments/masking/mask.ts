import { keyedHash } from '../../kernel/hash';
import type { Finding, MaskKind } from './pass';
import { nextPseudonym } from './pseudonyms';
import type { MaskingRules } from './rules';
import { Scanner } from './scan';

/** How many of each kind were masked. */
export type MaskCounts = Readonly<Partial<Record<MaskKind, number>>>;

/** What became of a text. */
export interface Masked {
  readonly text: string;
  readonly counts: MaskCounts;
}

/** A line is looked at again at most so often: enough for all but texts made to need more. */
const mostRounds = 4;

type Counts = Partial<Record<MaskKind, number>>;

/** Hexadecimal digits of a pseudonym: with 10,000 different values of a kind, two share one once in 86 texts. */
const pseudonymDigits = 8;
/** How many pseudonyms are remembered, and of how long values. */
const rememberedValues = 4_096;
const longestRemembered = 256;

/** Masks texts by the same rules under the same key: equal values get equal pseudonyms. Made once, used for many texts. */
export class Masker {
  private readonly scanner: Scanner;
  /** Pseudonyms by kind and value as it is written: the same addresses come again and again. */
  private readonly known = new Map<MaskKind, Map<string, string>>();
  private remembered = 0;
  private readonly values: ReadonlySet<string>;
  private readonly domains: readonly string[];

  /** @param key what the pseudonyms depend on; who has it can try values, so it is kept like a password */
  constructor(
    rules: MaskingRules,
    private readonly key: string,
  ) {
    this.scanner = new Scanner(rules);
    const allowed = rules.allow.map((entry) => entry.trim().toLowerCase()).filter((entry) => entry !== '');
    this.values = new Set(allowed);
    this.domains = allowed.filter((entry) => !entry.includes('@'));
  }

  /** The places that {@link mask} would change. */
  findings(text: string): readonly Finding[] {
    const found = this.scanner.scan(text);
    return this.values.size === 0 ? found : found.filter(({ kind, start, end }) => !this.isAllowed(kind, text.slice(start, end)));
  }

  mask(text: string): Masked {
    return this.render(text, this.findings(text), 0, text.length);
  }

  /**
   * A part of a text with its findings replaced. A pseudonym may free what stands beside it, as a number that began right behind
   * another: so lines with one are looked at again, and masking what is masked changes nothing.
   */
  render(text: string, findings: readonly Finding[], from: number, until: number): Masked {
    const counts: Counts = {};
    const once = this.replaced(text, findings, from, until, counts);
    return { text: this.settled(once, counts), counts };
  }

  /** A text with the lines looked at again that have a pseudonym. */
  private settled(text: string, counts: Counts): string {
    let settled = '';
    let at = 0;
    for (let pseudonym = nextPseudonym(text, 0); pseudonym !== -1;) {
      const start = text.lastIndexOf('\n', pseudonym) + 1;
      const lineEnd = text.indexOf('\n', pseudonym);
      const end = lineEnd === -1 ? text.length : lineEnd;
      const line = text.slice(start, end);
      const masked = this.settledLine(line, counts);
      if (masked !== line) {
        settled += text.slice(at, start) + masked;
        at = end;
      }
      pseudonym = nextPseudonym(text, end);
    }
    return at === 0 ? text : settled + text.slice(at);
  }

  private settledLine(line: string, counts: Counts): string {
    let masked = line;
    for (let round = 0; round < mostRounds && nextPseudonym(masked, 0) !== -1; round += 1) {
      const again = this.findings(masked);
      if (again.length === 0) break;
      masked = this.replaced(masked, again, 0, masked.length, counts);
    }
    return masked;
  }

  private replaced(text: string, findings: readonly Finding[], from: number, until: number, counts: Counts): string {
    let masked = '';
    let at = from;
    for (const { kind, start, end } of findings) {
      if (start < from || end > until) continue;
      masked += text.slice(at, start) + this.pseudonym(kind, text.slice(start, end));
      counts[kind] = (counts[kind] ?? 0) + 1;
      at = end;
    }
    return masked + text.slice(at, until);
  }

  /** What stands for a value, e.g. `[email:3f9a2c1b]`: the kind, and the beginning of its keyed hash. */
  pseudonym(kind: MaskKind, value: string): string {
    const known = this.known.get(kind)?.get(value);
    if (known !== undefined) return known;
    const made = `[${kind}:${keyedHash(this.key, `${kind}:${normalised(kind, value)}`).slice(0, pseudonymDigits)}]`;
    if (value.length <= longestRemembered) this.remember(kind, value, made);
    return made;
  }

  private remember(kind: MaskKind, value: string, pseudonym: string): void {
    if (this.remembered >= rememberedValues) {
      this.known.clear();
      this.remembered = 0;
    }
    const ofKind = this.known.get(kind) ?? new Map<string, string>();
    this.known.set(kind, ofKind.set(value, pseudonym));
    this.remembered += 1;
  }

  private isAllowed(kind: MaskKind, value: string): boolean {
    if (this.values.size === 0) return false;
    const plain = normalised(kind, value);
    if (this.values.has(plain) || this.values.has(value.trim().toLowerCase())) return true;
    if (kind !== 'email') return false;
    const domain = plain.slice(plain.lastIndexOf('@') + 1);
    return this.domains.some((entry) => (entry.startsWith('*.') ? domain.endsWith(entry.slice(1)) : domain === entry));
  }
}

/** A value without what is only its writing: case of letters, signs between digits. */
function normalised(kind: MaskKind, value: string): string {
  switch (kind) {
    case 'email':
      return value.replace(/%40|\uff20/g, '@').toLowerCase();
    case 'word':
    case 'ip':
      return value.toLowerCase();
    case 'card':
      return value.replace(/\D/g, '');
    case 'phone':
      return value.replace(/[^\d+]/g, '').replace(/^00/, '+');
    case 'iban':
      return value.replace(/[^a-z\d]/gi, '').toUpperCase();
    case 'id':
      return value.replace(/[\s.-]/g, '').toUpperCase();
    case 'secret':
      return value;
  }
}
