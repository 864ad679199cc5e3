/** JSON Feed 1.1 as https://www.jsonfeed.org/version/1.1/ defines it. */
import { z } from 'zod'

const url = z.url({ protocol: /^https?$/ })
const date = z.iso.datetime({ offset: true })
const language = z.string().regex(/^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/)
const author = z
  .strictObject({ name: z.string().min(1).optional(), url: url.optional(), avatar: url.optional() })
  .refine(given => Object.keys(given).length > 0)

const itemSchema = z
  .strictObject({
    id: z.string().min(1),
    url: url.optional(),
    external_url: url.optional(),
    title: z.string().optional(),
    content_html: z.string().optional(),
    content_text: z.string().optional(),
    summary: z.string().optional(),
    image: url.optional(),
    banner_image: url.optional(),
    date_published: date.optional(),
    date_modified: date.optional(),
    authors: z.array(author).optional(),
    tags: z.array(z.string()).optional(),
    language: language.optional(),
  })
  .refine(item => item.content_html !== undefined || item.content_text !== undefined, 'needs content')

export const jsonFeedSchema = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string().min(1),
  home_page_url: url.optional(),
  feed_url: url.optional(),
  description: z.string().optional(),
  user_comment: z.string().optional(),
  next_url: url.optional(),
  icon: url.optional(),
  favicon: url.optional(),
  authors: z.array(author).optional(),
  language: language.optional(),
  expired: z.boolean().optional(),
  items: z
    .array(itemSchema)
    .refine(items => new Set(items.map(({ id }) => id)).size === items.length, 'has an id twice'),
})
