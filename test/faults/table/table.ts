import type { Row } from './row.js';
import { answerRows } from './rows/answerRows.js';
import { clockRows } from './rows/clockRows.js';
import { linkRows } from './rows/linkRows.js';
import { manyTabsRows } from './rows/manyTabsRows.js';
import { networkRows } from './rows/networkRows.js';
import { storageRows } from './rows/storageRows.js';
import { tabRows } from './rows/tabRows.js';
import { userRows } from './rows/userRows.js';

/** fault × moment × expected end. */
export const table: readonly Row[] = [
  ...networkRows,
  ...answerRows,
  ...tabRows,
  ...manyTabsRows,
  ...storageRows,
  ...clockRows,
  ...linkRows,
  ...userRows,
];
