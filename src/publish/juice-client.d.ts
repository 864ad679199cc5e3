/** The part of juice that knows neither files nor the network; the package types only the whole. */
declare module 'juice/client' {
  import type { Options } from 'juice'

  const juice: {
    /** The HTML with the styles of `css` in its `style` attributes; style sheets in the HTML stay as they are. */
    inlineContent(html: string, css: string, options?: Options): string
  }
  // biome-ignore lint/style/noDefaultExport: the package has no other
  export default juice
}
