import { expect, it } from 'vitest';
import { initials } from '../../src/react/banner/initials.js';

it.each([
  ['First Platypus Bank', 'FP'],
  ['first platypus bank', 'FP'],
  ['Tartan', 'T'],
  ['Bank of America', 'BA'],
  ['Volks- und Raiffeisenbank', 'VR'],
  ['Johnson & Johnson', 'JJ'],
  ['(The) U.S. Bank', 'TU'],
  ['1st Source', '1S'],
  ['Ålandsbanken Åbo', 'ÅÅ'],
  ['A\u030Alandsbanken', 'A\u030A'],
  ['Εθνική Τράπεζα', 'ΕΤ'],
  ['招商银行', '招'],
  ['みずほ 銀行', 'み'],
  ['البنك الأهلي', 'ب'],
  ['الف', 'ا'],
  ['בנק הפועלים', 'ב'],
  ['भारतीय स्टेट बैंक', 'भा'],
  ['🏦🏧', '🏦'],
  ['-', '-'],
])('shows %s as %s', (name, letters) => {
  expect(initials(name)).toBe(letters);
});
