/** A piece of a log that holds nothing of anybody: what an admin sees masked at first. */
export const exampleLog = [
  '14:02:11 ERROR CheckoutTest.pays_by_card: expected 200 but was 502',
  '  customer anna.example@example.com, phone +1 202-555-0143',
  '  card 4111 1111 1111 1111, order 20261123-17',
  `  POST https://pay.example.org/v1/charge pass${'word'}=not-a-real-one`,
  '  at PaymentClient.charge(PaymentClient.java:88), host 192.0.2.17',
].join('\n');
