/** What a sender signs: its time in Unix seconds, a text that it uses once, and the body exactly as sent. */
export function signedText(timestamp: string, nonce: string, body: string): string {
  return `${timestamp}.${nonce}.${body}`;
}
