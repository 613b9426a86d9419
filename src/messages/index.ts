export { loadMessages } from './loadMessages.js';
