/** Words that only failed assertions use. */
const assertionLike =
  /\b(?:expect(?:ed|ing|s|ation)?|assert(?:ion|ed|s)?|but was|received|actual(?:ly)?|(?:left|right) ?[:=]|want(?:ed)?|should (?:be|have|equal)|to (?:equal|be|match|contain|have)|matches|did not match|Failed asserting)\b/i;

export function isAssertion(message: string): boolean {
  return assertionLike.test(message);
}

const codeFrame = /^\s*>?\s*\d{1,6}\s*\|/;
const marker = /^\s*\|\s*\^+|^\s*[\^~]{1,400}\s*$/;
const valueLine =
  /^(\s*(?:E\s+)?(?:Expected|Received|Actual|Expecting|expected|received|actual|got|Got|want|wanted|left|right|but was|but|was|Value|Difference|Expected \w{1,20}|Received \w{1,20}|Actual \w{1,20}|\w{1,20} (?:value|string|object|array|number|length|type)|To be [a-z ]{1,30}|Left|Right|found|Found|is|String|Substring|Pattern)\s{0,20}(?::|=>|=(?!=)))(?:\s.*|$)/;
const diffLine = /^\s{0,12}(?:E\s+)?[-+?](?:\s|$|\S)/;
const diffHead =
  /^\s*(?:[-+] (?:Expected|Received|expected|actual|Actual)\b|--- (?:Expected|Actual|expected|actual)?|\+\+\+ (?:Expected|Actual|expected|actual)?|@@ |Diff:?\s*$|Difference|Comparing|Index: )/;
const multiHead =
  /^\s*(?:Expecting(?: \w{1,20})?:?|to (?:be|have|contain|start|end|match|satisfy)[\w ]{0,80}:|but (?:was|could not find|the following)[\w ]{0,80}:?|Expected|Actual|Received|and|in order to be)\s*:?\s*$/i;

/** Takes the values out of a failed assertion, also those that take several lines: diffs, code around, what was expected and what came. */
export function withoutValues(message: string): string {
  const kept: string[] = [];
  let inDiff = false;
  let valueFollows = false;
  for (const line of message.split('\n')) {
    if (codeFrame.test(line) || marker.test(line)) continue;
    if (diffHead.test(line)) {
      inDiff = true;
      continue;
    }
    if (inDiff) {
      const text = line.trim();
      if (text === '' || diffLine.test(line) || /^\s{2}|^[[{}\]]|^(?:Object|Array|Map|Set) [{[]/.test(line)) continue;
      // What the diff of objects does not change stands around the changes.
      if (!/[.:]$|^\w+ \w+ \w+/.test(text)) continue;
      inDiff = false;
    }
    const value = valueLine.exec(line);
    if (value !== null) {
      const other = /\b(but was|but got|actual|got|received)\b/i.exec(line.slice((value[1] ?? '').length))?.[1];
      kept.push(`${value[1] ?? ''} <v>${other === undefined ? '' : ` ${other}: <v>`}`);
      valueFollows = line.trimEnd() === (value[1] ?? '').trimEnd();
      continue;
    }
    if (multiHead.test(line)) {
      kept.push(line);
      valueFollows = true;
      continue;
    }
    if (valueFollows && line.trim() !== '') {
      if (kept.at(-1) !== '<v>') kept.push('<v>');
      valueFollows = false;
      continue;
    }
    kept.push(line);
  }
  return kept
    .join('\n')
    .replace(
      /(expected|but was|was|is|actual|got|want|received|equal to|contain|not|be|to|than|value)(\s{0,3}:?\s{0,3})<[^\n]{0,400}?>(?=[\s.,;:)]|but\b|$)/gi,
      '$1$2<v>',
    )
    .replace(/^(?=.{0,2000}\b(?:got|have)\b)(?=.{0,2000}\b(?:want|wanted|expected)\b).*$/gim, (line) =>
      line.replace(/\b(got|have|want|wanted|expected)\b(?:\s{0,3}[:=]?\s{0,3})(?![:=])[^,;\n]{1,400}/gi, '$1 <v>'),
    )
    .replace(/\b(?:true|false|null|nil|None|True|False|undefined|NaN|nullptr)\b/g, '<v>');
}
