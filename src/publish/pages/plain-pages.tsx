/** The pages with words of our own: about, nothing there yet, nothing there at all. */
import { Layout, type Place } from './layout.tsx'
import { wordingFor } from './wording.ts'

export function AboutPage(place: Place) {
  const words = wordingFor(place.site.language)
  return (
    <Layout {...place} title={words.about}>
      <header class="masthead">
        <h1>{words.about}</h1>
      </header>
      <div class="prose">
        {words.aboutText.map(paragraph => (
          <p>{paragraph}</p>
        ))}
        <p>
          <small>Paperbrief {place.site.version}</small>
        </p>
      </div>
    </Layout>
  )
}

export function EmptyPage(place: Place) {
  const words = wordingFor(place.site.language)
  return (
    <Layout {...place} title={place.site.name}>
      <header class="masthead">
        <h1>{words.noDigest}</h1>
        <p>{words.noDigestHint}</p>
      </header>
    </Layout>
  )
}

export function NotFoundPage(place: Place) {
  const words = wordingFor(place.site.language)
  return (
    <Layout {...place} title={words.notFound} unlisted>
      <header class="masthead">
        <h1>{words.notFound}</h1>
        <p>{words.notFoundHint}</p>
      </header>
    </Layout>
  )
}
