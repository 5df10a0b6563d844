import { chosenBy, type KeyChoice } from './key-choice';

const nothing: KeyChoice = { at: null, typed: '' };
const at = (place: number): KeyChoice => ({ at: place, typed: '' });
const typed = (text: string): KeyChoice => ({ at: null, typed: text });

test.each([
  ['ArrowDown', nothing, 3, at(0)],
  ['ArrowDown', at(2), 3, at(0)],
  ['ArrowUp', nothing, 3, at(2)],
  ['ArrowUp', at(0), 3, at(2)],
  ['ArrowDown', typed('SHO'), 3, at(0)],
  ['2', nothing, 3, at(1)],
  ['3', at(0), 3, at(2)],
  ['4', nothing, 3, null],
  ['0', nothing, 3, null],
  // The number of an issue is typed.
  ['2', typed('SHOP-'), 3, null],
  ['S', at(1), 3, null],
  ['Enter', at(1), 3, null],
  ['ArrowDown', nothing, 0, null],
  ['1', nothing, 0, null],
] as const)('%s at %j in a list of %i chooses %j', (pressed, before, count, after) => {
  expect(chosenBy(pressed, before, count)).toEqual(after);
});
