/** Turns the bytes of a text into characters, in pieces cut anywhere. */
export interface TextReader {
  write(bytes: Uint8Array): string;
  /** Nothing follows. */
  end(): string;
}

/** Names that tools write and the Encoding standard does not have. Those of code pages that it lacks altogether are read as UTF-8. */
const otherNames: Readonly<Record<string, string>> = {
  ...{ cp936: 'gbk', ms936: 'gbk', cp932: 'shift_jis', cp949: 'euc-kr', ms949: 'euc-kr', cp950: 'big5', 'latin-1': 'latin1' },
  ...{ cp1250: 'windows-1250', cp1251: 'windows-1251', cp1252: 'windows-1252' },
};

/**
 * Reads the encoding off the first bytes: a byte order mark, the zeros of UTF-16, the XML declaration, else UTF-8. A byte order mark is
 * left out; bytes that stand for nothing become U+FFFD.
 */
export function readText(): TextReader {
  let decoder: TextReader | null = null;
  /** Kept until the encoding can be told. */
  let first = new Uint8Array();
  const begin = () => {
    decoder = decoderOf(first);
    const text = decoder.write(first);
    first = new Uint8Array();
    return text;
  };
  return {
    write: (bytes) => {
      if (decoder !== null) return decoder.write(bytes);
      first = joined(first, bytes);
      return first.length < declarationLength ? '' : begin();
    },
    end: () => (decoder === null ? begin() : '') + (decoder?.end() ?? ''),
  };
}

/** Bytes in which an XML declaration stands that says an encoding. */
const declarationLength = 256;

function joined(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

function decoderOf(first: Uint8Array): TextReader {
  const [a, b] = first;
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return decode('utf-16le');
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return decode('utf-16be');
  const start = String.fromCharCode(...first.subarray(0, declarationLength)).replace(/^\xef\xbb\xbf/, '');
  const declared = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1]?.toLowerCase() ?? 'utf-8';
  // A declaration that can be read byte by byte is not UTF-16, whatever it says.
  return /^utf-?(8|16)/.test(declared) ? decodeUtf8() : decode(otherNames[declared] ?? declared);
}

function decode(label: string): TextReader {
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(label);
  } catch {
    return decodeUtf8();
  }
  return { write: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
}

/** Cuts at whole characters itself: a decoder that need not remember anything is several times faster. */
function decodeUtf8(): TextReader {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let rest = new Uint8Array();
  let begun = false;
  const text = (bytes: Uint8Array) => {
    const read = decoder.decode(bytes);
    if (begun || read === '') return read;
    begun = true;
    return read.startsWith('\ufeff') ? read.slice(1) : read;
  };
  return {
    write: (bytes) => {
      const all = rest.length === 0 ? bytes : joined(rest, bytes);
      const whole = wholeLength(all);
      rest = joined(all.subarray(whole), new Uint8Array());
      return text(all.subarray(0, whole));
    },
    end: () => text(rest),
  };
}

/** @returns how many of the bytes come before a UTF-8 character that they may have cut */
function wholeLength(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    return back < length ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}
