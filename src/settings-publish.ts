/** The `publish` section of the settings: where a digest is put, and to whom it is sent. */
import { z } from 'zod'

/** One address, alone or behind a name: `ada@example.org`, `Ada Example <ada@example.org>`. */
const ADDRESS =
  /^(?:[^<>@,;\r\n]{1,100} <([^\s<>@,;"]{1,64}@[A-Za-z0-9.-]{1,250})>|[^\s<>@,;"]{1,64}@[A-Za-z0-9.-]{1,250})$/

const addressSchema = z
  .string()
  .max(300)
  .regex(ADDRESS, 'is not an address such as ada@example.org or "Ada Example <ada@example.org>"')

const editionsSchema = z.array(z.string().min(1)).min(1).optional()

const [SUBMISSION_PORT, TLS_PORT] = [587, 465]

const smtpSchema = z
  .preprocess(
    readSmtpUrl,
    z.strictObject(
      {
        host: z.string().min(1),
        port: z.number().int().min(1).max(65_535).optional(),
        /** TLS from the first byte; by default on port 465. */
        secure: z.boolean().optional(),
        user: z.string().min(1).optional(),
        /** Written as `${NAME}`, so that the password itself stands in .env or the environment. */
        password: z.string().min(1).optional(),
        /** `required` ends the connection where the server offers no TLS. */
        tls: z.enum(['required', 'optional']).default('required'),
      },
      {
        error: ({ code }) =>
          code === 'invalid_type'
            ? 'neither an address such as smtps://user:password@smtp.example.org nor host, port, user and password'
            : undefined,
      },
    ),
  )
  .transform(({ port, secure = port === TLS_PORT, ...given }) => ({
    ...given,
    secure,
    port: port ?? (secure ? TLS_PORT : SUBMISSION_PORT),
  }))

/** `smtps://user:password@host:465` in its parts; everything else is for the schema to judge. */
function readSmtpUrl(given: unknown): unknown {
  const url = typeof given === 'string' ? URL.parse(given) : null
  if (!url || !/^smtps?:$/.test(url.protocol)) return given
  const { protocol, hostname, port, username, password } = url
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    ...(port !== '' && { port: Number(port) }),
    ...(protocol === 'smtps:' && { secure: true }),
    ...(username !== '' && { user: decode(username) }),
    ...(password !== '' && { password: decode(password) }),
  }
}

/** A password with a bare percent sign is taken as it stands. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

const mailSchema = z.strictObject({
  to: z.preprocess(
    given => (typeof given === 'string' ? [given] : given),
    z.array(addressSchema).min(1).max(2000),
  ),
  from: addressSchema,
  replyTo: addressSchema.optional(),
  smtp: smtpSchema,
  /** `{edition}`, `{date}` and `{count}` stand for those of the digest. */
  subject: z.string().min(1).max(200).optional(),
  /** Where a reader is let go: `mailto:` or `https:`; by default a mail to `from`. */
  unsubscribe: z
    .string()
    .max(1000)
    .regex(/^(?:mailto:|https:\/\/)[^\s<>"]+$/, 'is not a mailto: or https:// address')
    .optional(),
  editions: editionsSchema,
})
export type MailSettings = z.infer<typeof mailSchema>

/** What stands under a name is for the service to judge (`src/publish/chat/registry.ts`). */
const chatSchema = z.record(
  z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'is not a name of small letters, digits and hyphens'),
  z.record(z.string(), z.unknown()),
)

export const publishSchema = z.strictObject({
  markdown: z.strictObject({ dir: z.string().min(1).default('digests') }).prefault({}),
  /** All digests and their papers as a site of files. */
  site: z
    .strictObject({
      dir: z.string().min(1).default('site'),
      /** Where it will lie; feeds, previews and the map need whole addresses. */
      baseURL: z.url({ protocol: /^https?$/ }).optional(),
      name: z.string().min(1).max(80).default('Paperbrief'),
    })
    .optional(),
  /** RSS, Atom and JSON Feed of each edition and language. */
  feeds: z
    .strictObject({
      /** Where they lie when there is no site; with a site they are part of it. */
      dir: z.string().min(1).optional(),
      /** What one entry holds. */
      entries: z.enum(['papers', 'digests']).default('papers'),
      /** How many digests a feed goes back. */
      keep: z.number().int().min(1).max(1000).default(30),
    })
    .prefault({}),
  mail: mailSchema.optional(),
  /** Chats and webhooks, each by a name of its own. */
  chat: chatSchema.prefault({}),
})
export type PublishSettings = z.infer<typeof publishSchema>
