/** The one password of the app: kept as a salted scrypt hash, compared in constant time. */
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'

const KEY_BYTES = 32
// As OWASP's password storage cheat sheet has it for scrypt: 64 MB and a tenth of a second on a small machine.
const COST: ScryptOptions = { N: 2 ** 16, r: 8, p: 1, maxmem: 128 * 1024 * 1024 }

/** `scrypt$salt$key`, both in base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  return `scrypt$${salt.toString('base64url')}$${(await deriveKey(password, salt)).toString('base64url')}`
}

/** Whether `hashPassword` may have made it. */
export function isPasswordHash(text: string): boolean {
  return /^scrypt\$[\w-]{16,}\$[\w-]{43}$/.test(text)
}

/** False for a wrong password, and for a hash that is none of ours. */
export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const [method, salt, key] = hash.split('$')
  if (method !== 'scrypt' || !salt || !key) return false
  const wanted = Buffer.from(key, 'base64url')
  const given = await deriveKey(password, Buffer.from(salt, 'base64url'))
  return wanted.length === given.length && timingSafeEqual(wanted, given)
}

function deriveKey(password: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) =>
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, COST, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  )
}
