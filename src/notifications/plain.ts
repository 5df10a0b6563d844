// Control characters, and those that turn the direction of text or hide in it.
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** Text from outside as one line that cannot pretend to be something else. @param most characters, the last being … where it is cut */
export function plain(text: string, most = 300): string {
  const line = text.replace(unseen, ' ').replace(/\s+/g, ' ').trim();
  const letters = [...line];
  return letters.length <= most ? line : `${letters.slice(0, most - 1).join('')}…`;
}
