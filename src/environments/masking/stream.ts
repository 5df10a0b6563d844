import type { Masker } from './mask';
import { longestKeyBlock } from './private-keys';
import type { Finding } from './pass';

/** What stood before a piece is kept to this length, so that a name before it is still seen. */
const contextLength = 1_024;
/** A line is held until it ends, up to this length. */
const longestLine = 1_048_576;
/** Of a longer line, this much is held back: nothing that is masked is longer. */
const heldBack = 32_768;

/** Masks a text that comes in pieces, in memory that does not grow with it. Nothing is given out before it is sure what it is. */
export class StreamMasker {
  /** What was given out last, as it was read, and behind it what was not given out yet. */
  private text = '';
  private given = 0;

  constructor(private readonly masker: Masker) {}

  /** @returns what is sure by now, masked; it may be empty */
  push(piece: string): string {
    this.text += piece;
    const ready = this.text.lastIndexOf('\n') + 1;
    if (ready > this.given) return this.give(ready, false);
    return this.text.length - this.given > longestLine ? this.give(this.text.length - heldBack, false) : '';
  }

  /** @returns the rest, masked */
  end(): string {
    return this.give(this.text.length, true);
  }

  private give(wanted: number, isEnd: boolean): string {
    const findings = this.masker.findings(this.text);
    const until = isEnd ? wanted : this.cut(wanted, findings);
    const masked = this.masker.render(this.text, findings, this.given, until).text;
    const kept = Math.max(0, until - contextLength);
    this.text = this.text.slice(kept);
    this.given = until - kept;
    return masked;
  }

  /** The last place before `wanted` where nothing is cut in two. */
  private cut(wanted: number, findings: readonly Finding[]): number {
    let until = wanted;
    // Forwards first: a search backwards through a text without one takes much longer. And a capital before hyphens, which are everywhere.
    const mayBegin = this.text.includes('BEGIN', this.given) && this.text.includes('---BEGIN', this.given);
    const begins = mayBegin ? this.text.lastIndexOf('---BEGIN') : -1;
    const isOpen =
      begins >= this.given && this.text.indexOf('---END', begins) === -1 && this.text.length - begins < 2 * longestKeyBlock;
    if (isOpen) until = Math.min(until, this.text.lastIndexOf('\n', begins) + 1 || begins);
    if (this.text.charAt(until - 1) !== '\n') {
      // In the middle of a long line: between two words, where there are any.
      const floor = Math.max(this.given, until - heldBack);
      let space = until;
      while (space > floor && !/[\s,;&]/.test(this.text.charAt(space - 1))) space -= 1;
      if (space > floor) until = space;
    }
    for (let n = findings.length - 1; n >= 0; n -= 1) {
      const finding = findings[n];
      if (finding === undefined || finding.end < until) break;
      // Lines of a key go on in the next piece.
      const isOpenEnded = finding.end >= this.text.length - 2 && this.text.slice(finding.start, finding.end).includes('\n');
      if (finding.start < until && (finding.end > until || isOpenEnded)) until = Math.max(this.given, finding.start);
    }
    return Math.max(until, this.given);
  }
}
