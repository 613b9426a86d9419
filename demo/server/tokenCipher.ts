import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Encrypts the tokens of Plaid for the database. What was sealed for one Item, or user, opens for no other. */
export interface TokenCipher {
  seal(token: string, ownerId: string): string;
  /** Throws where the text was sealed with another key, for another owner, or was changed. */
  open(sealed: string, ownerId: string): string;
}

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;

export function createTokenCipher(key: Buffer = randomBytes(KEY_BYTES)): TokenCipher {
  return {
    seal(token, ownerId) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(ownerId));
      const body = Buffer.concat([cipher.update(token, 'utf8'), cipher.final()]);
      return [nonce, cipher.getAuthTag(), body].map((part) => part.toString('base64url')).join('.');
    },
    open(sealed, ownerId) {
      const [nonce, tag, body] = sealed.split('.').map((part) => Buffer.from(part, 'base64url'));
      if (!nonce || !tag || !body) throw new Error('A stored token is not in the form that it was written in.');
      const decipher = createDecipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(ownerId)).setAuthTag(tag);
      try {
        return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
      } catch {
        throw new Error(
          'A stored token does not open with this key. Set DEMO_ENCRYPTION_KEY to the one that it was stored with, or empty the database.',
        );
      }
    },
  };
}

/** 32 bytes in base64, or undefined for anything else. */
export function parseEncryptionKey(text: string): Buffer | undefined {
  const key = Buffer.from(text, 'base64');
  return key.length === KEY_BYTES ? key : undefined;
}
