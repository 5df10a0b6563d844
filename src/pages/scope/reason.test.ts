import { reasonProblem } from './reason';

test.each(['', '   ', 'asap', 'not now please', 'x'.repeat(300), '12345 678', 'SHOP-12 SHOP-13'])('says nothing: %p', (text) => {
  expect(reasonProblem(text)).not.toBeNull();
});

test.each(['The cash desks for store pick-up arrive in January', 'Kassensysteme werden erst im Januar geliefert'])(
  'says something: %p',
  (text) => expect(reasonProblem(text)).toBeNull(),
);
