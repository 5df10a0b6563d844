import type { Trace } from '../failure';
import type { Line } from '../lines';
import { readCpp } from './cpp';
import { readCsharp } from './csharp';
import { readDart } from './dart';
import { readElixir } from './elixir';
import { readGo } from './go';
import { readJava } from './java';
import { readJavascript } from './javascript';
import { readKernel } from './kernel';
import { readPhp } from './php';
import { readPython } from './python';
import { readRuby } from './ruby';
import { readRust } from './rust';

/** Every language, in the order in which one is preferred where two find equally many frames. */
export const readers: readonly ((lines: readonly Line[]) => Trace | null)[] = [
  readJava,
  readJavascript,
  readPython,
  readCsharp,
  readGo,
  readRust,
  readRuby,
  readPhp,
  readKernel,
  readDart,
  readElixir,
  readCpp,
];
