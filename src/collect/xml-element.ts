/** Looks into a parsed XML element. */
import { isJsonRecord } from './json-record.ts'
import type { XmlElement } from './parse-xml.ts'

/** The children of this name, in document order. */
export function xmlChildren(element: XmlElement, name: string): XmlElement[] {
  const found = Object.hasOwn(element, name) ? element[name] : undefined
  return (Array.isArray(found) ? found : [found]).filter(isJsonRecord)
}

/** The text of the first child of this name; undefined where there is no such child. */
export function xmlText(element: XmlElement, name: string): string | undefined {
  const child = xmlChildren(element, name)[0]
  return child && textOf(child)
}

export function xmlAttribute(element: XmlElement, name: string): string | undefined {
  const value = element[`@${name}`]
  return typeof value === 'string' ? value : undefined
}

function textOf(element: XmlElement): string {
  const text = element['#text']
  return typeof text === 'string' ? text : ''
}
