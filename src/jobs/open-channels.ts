/** Makes the channels that the settings name: readers of the mail, chats, webhooks. */
import { z } from 'zod'
import type { FormBook } from '../paper/form-book.ts'
import type { Channel, Sender } from '../publish/channel.ts'
import { extents } from '../publish/chat/message.ts'
import { openChat } from '../publish/chat/open-chat.ts'
import { chatServices } from '../publish/chat/registry.ts'
import { SETTINGS_FILE, type Settings } from '../settings.ts'
import { describeIssue, SettingsError } from '../settings-yaml.ts'
import { VERSION } from '../version.ts'

export interface OpenChannels {
  list: Channel[]
  close(): Promise<void>
}

/** What every chat may have besides the settings of its service. */
const commonSchema = z.strictObject({
  /** Where the name is not a service's own. */
  service: z.string().optional(),
  editions: z.array(z.string().min(1)).min(1).optional(),
  show: z.enum(extents).default('short'),
})

/** @throws SettingsError names the line and the mend; nothing is connected to yet */
export async function openChannels(settings: Settings, book: FormBook): Promise<OpenChannels> {
  const { mail, chat, site } = settings.publish
  const baseUrl = site?.baseURL && (site.baseURL.endsWith('/') ? site.baseURL : `${site.baseURL}/`)
  const sender: Sender = { name: site?.name ?? 'Paperbrief', ...(baseUrl && { baseUrl }) }
  const list = Object.entries(chat).map(([name, given]) => openOne(settings, { name, given, sender, book }))
  if (mail) {
    refuseUnknownEditions(settings, mail.editions, ['publish', 'mail', 'editions'])
    const { openMailChannels } = await import('../publish/mail-channels.ts')
    list.unshift(...openMailChannels({ ...mail, sender, book }))
  }
  return {
    list,
    async close() {
      for (const channel of list) await channel.close()
    },
  }
}

interface GivenChat {
  name: string
  given: Record<string, unknown>
  sender: Sender
  book: FormBook
}

function openOne(settings: Settings, { name, given, ...means }: GivenChat): Channel {
  const path = ['publish', 'chat', name]
  const wanted = typeof given.service === 'string' ? given.service : name
  const service = chatServices.find(known => known.name === wanted)
  if (!service) {
    const line = settings.lineOf([...path, 'service'])
    throw new SettingsError(
      `${SETTINGS_FILE}${line ? `, line ${line}` : ''}: there is no service "${wanted}" for the chat "${name}".`,
      {
        code: 'settings-unknown-service',
        hint: `Set "service" to one of: ${chatServices.map(known => known.name).join(', ')}.`,
      },
    )
  }
  const commonKeys = Object.keys(commonSchema.shape)
  const isCommon = ([key]: [string, unknown]) => commonKeys.includes(key)
  const entries = Object.entries(given)
  try {
    const { editions, show } = commonSchema.parse(Object.fromEntries(entries.filter(isCommon)))
    refuseUnknownEditions(settings, editions, [...path, 'editions'])
    const own = Object.fromEntries(entries.filter(entry => !isCommon(entry)))
    return openChat({
      ...means,
      userAgent: `paperbrief/${VERSION}`,
      name,
      service,
      given: own,
      editions,
      show,
    })
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error
    // Both, so that a misspelt key is compared with all that may stand there.
    throw describeIssue(error, z.union([service.settings, commonSchema]), {
      file: SETTINGS_FILE,
      lineOf: settings.lineOf,
      at: path,
    })
  }
}

function refuseUnknownEditions(
  settings: Settings,
  editions: readonly string[] | undefined,
  path: readonly string[],
): void {
  const known = Object.keys(settings.editions)
  const unknown = editions?.find(edition => !known.includes(edition))
  if (unknown === undefined) return
  const line = settings.lineOf(path)
  throw new SettingsError(
    `${SETTINGS_FILE}${line ? `, line ${line}` : ''}: "${path.join('.')}" names the edition "${unknown}", which there is not.`,
    { code: 'settings-unknown-edition', hint: `The editions are: ${known.join(', ')}.` },
  )
}
