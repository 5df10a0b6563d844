/** What to do at a character; 0 goes on. */
export const plain = 0;
export const inWord = 1;
export const inNumber = 2;
export const atSign = 3;
export const assigns = 4;
export const colonSign = 5;
export const hyphenSign = 6;
export const plusOrBracket = 7;
export const dollarSign = 8;
export const squareBracket = 9;
export const percentSign = 10;
export const backslashSign = 11;
export const tildeSign = 12;
export const escapeSign = 13;
export const pipeSign = 14;
export const commaSign = 15;
/** Every character above 127. */
export const foreignSign = 16;

const signs = new Map([
  ['@', atSign],
  ['=', assigns],
  ['>', assigns],
  [',', commaSign],
  ['|', pipeSign],
  [':', colonSign],
  ['-', hyphenSign],
  ['+', plusOrBracket],
  ['(', plusOrBracket],
  ['$', dollarSign],
  ['[', squareBracket],
  ['%', percentSign],
  ['\\', backslashSign],
  ['~', tildeSign],
  ['\u001b', escapeSign],
]);

/** By code, for every byte there is, so that a look into it needs no check. */
export const actions = new Uint8Array(256).fill(foreignSign);
for (let code = 0; code < 128; code += 1) {
  const character = String.fromCharCode(code);
  actions[code] = /[A-Za-z_]/.test(character) ? inWord : /\d/.test(character) ? inNumber : (signs.get(character) ?? plain);
}
