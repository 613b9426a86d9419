import { createFromReadableStream } from '@vitejs/plugin-rsc/browser';
import type { ReactNode } from 'react';
import { hydrateRoot } from 'react-dom/client';

const response = await fetch('/page.rsc');
if (response.body) hydrateRoot(document, await createFromReadableStream<ReactNode>(response.body));
