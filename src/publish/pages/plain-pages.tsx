/** The pages with words of our own: about, nothing there yet, nothing there at all. */
import { Layout, type Place } from './layout.tsx'
import { fileFrom } from './routes.ts'
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
        <Feeds {...place} />
        <p>
          <small>Paperbrief {place.site.version}</small>
        </p>
      </div>
    </Layout>
  )
}

function Feeds({ site, route }: Place) {
  const atoms = (site.feeds ?? []).filter(file => file.endsWith('.atom'))
  if (atoms.length === 0) return null
  return (
    <>
      <h2>{wordingFor(site.language).feeds}</h2>
      <ul>
        {atoms.map(file => (
          <li>
            <a href={fileFrom(route, file)}>{file.replace(/^feeds\/|\.atom$/g, '')}</a>
          </li>
        ))}
      </ul>
    </>
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
