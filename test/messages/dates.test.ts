import { expect, it } from 'vitest';
import { formatDate } from '../../src/react/words/formatDate.js';

/** `_` is where no line may end. */
it.each([
  ['en', 'November_7, 2026'],
  ['de', '7._November 2026'],
  ['ar-EG', '٧_نوفمبر ٢٠٢٦'],
  ['es', '7_de noviembre de 2026'],
  ['hi', '7_नवंबर 2026'],
  ['lt', '2026_m. lapkričio_7_d.'],
  ['lv', '2026._gada 7._novembris'],
  ['vi', '7_tháng_11, 2026'],
  ['ja', '2026年11月7日'],
])('in %s no line ends between a day and its month, and one may where the year is', (locale, date) => {
  const said = formatDate('2026-11-07T12:00:00Z', { locale, timeZone: 'UTC' });
  expect(said.replaceAll('\u00A0', '_')).toBe(date);
});
