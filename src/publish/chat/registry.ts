/** Every chat service there is; a new one is added here, and nowhere else. */
import { dingtalk } from './dingtalk.ts'
import { discord } from './discord.ts'
import { feishu } from './feishu.ts'
import { ntfy } from './ntfy.ts'
import type { ChatService } from './service.ts'
import { slack } from './slack.ts'
import { telegram } from './telegram.ts'
import { webhook } from './webhook.ts'
import { wecom } from './wecom.ts'

/** In the order of the documentation. */
export const chatServices: readonly ChatService[] = [
  feishu,
  dingtalk,
  wecom,
  slack,
  discord,
  telegram,
  ntfy,
  webhook,
]
