/** Tests of parseXml. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseXml } from './parse-xml.ts'
import { CollectError } from './source.ts'
import { xmlAttribute, xmlChildren, xmlText } from './xml-element.ts'

describe('parseXml', () => {
  it('keeps all values text and resolves character references once', () => {
    const { name, root } = parseXml(
      '<?xml version="1.0"?><a n="007&amp;"><t>0</t><t>1e5</t><u>&amp;lt; &lt;b&gt; &#233; &#x1F600;</u><v/></a>',
    )
    expect(name).toBe('a')
    expect(xmlAttribute(root, 'n')).toBe('007&')
    expect(xmlChildren(root, 't')).toEqual([{ '#text': '0' }, { '#text': '1e5' }])
    expect(xmlText(root, 'u')).toBe('&lt; <b> é 😀')
    expect([xmlText(root, 'v'), xmlText(root, 'w')]).toEqual(['', undefined])
  })

  it.each([
    ['a web page', '<!DOCTYPE html><html><body>Sign in</body></html>'],
    ['an entity bomb', '<!DOCTYPE z [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><z>&b;</z>'],
    ['an entity from a file', '<!DOCTYPE z [<!ENTITY f SYSTEM "file:///etc/passwd">]><z>&f;</z>'],
    ['plain words', 'Rate exceeded.'],
    ['nothing', ''],
    ['a feed that is cut off', '<feed><entry><title>Half a ti'],
    ['crossed elements', '<feed><entry></feed></entry>'],
    ['two roots', '<a></a><b></b>'],
    ['a tower of elements', `${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`],
    ['a reach for prototypes', '<a><__proto__>x</__proto__></a>'],
  ])('refuses %s', (_, text) => {
    expect(() => parseXml(text)).toThrow(CollectError)
  })

  it('finds children only where there are any, whatever their names', () => {
    const { root } = parseXml('<a><toString>x</toString></a>')
    expect([xmlChildren(root, 'constructor'), xmlChildren(root, 'valueOf')]).toEqual([[], []])
  })

  it('parses or refuses whatever comes', () => {
    const piece = fc.constantFrom(
      '<a>',
      '</a>',
      '<b x="',
      '">',
      '/>',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '&',
      '&#x;',
      ';',
      '<?',
      '?>',
      'text',
      '<',
      '>',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
        try {
          parseXml(pieces.join(''))
        } catch (error) {
          expect(error).toBeInstanceOf(CollectError)
        }
      }),
    )
  })
})
