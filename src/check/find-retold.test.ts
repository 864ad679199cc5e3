import { describe, expect, it } from 'vitest'
import { findEchoedClause, findRetold } from './find-retold.ts'

describe('findRetold', () => {
  it('finds a sentence that is said again in other words', () => {
    expect(
      findRetold(
        '由于面团的湿度不断变化，预测它的体积并不容易。因为面团湿度一直在变化，要预测其体积并非易事。',
      ),
    ).toBe('因为面团湿度一直在变化，要预测其体积并非易事。')
  })

  it('lets sentences of one shape pass that differ in their names or figures', () => {
    expect(
      findRetold('在Ember数据集上，本方法的准确率达到81%。在Tern数据集上，本方法的准确率达到92%。'),
    ).toBeUndefined()
  })

  it('lets sentences about the same things pass', () => {
    expect(
      findRetold('我们为每一块面团拍摄照片，并预测其体积。面团的照片由一台便宜的显微镜拍下。'),
    ).toBeUndefined()
  })

  it('judges no text without Chinese', () => {
    expect(findRetold('The dough rises. The dough rises again.')).toBeUndefined()
  })
})

describe('findEchoedClause', () => {
  it('finds a clause that says the end of the one before it again', () => {
    expect(findEchoedClause('显微照片能够改善面团体积的预测，能够改善面团体积的预测。')).toBe(
      '能够改善面团体积的预测',
    )
    expect(findEchoedClause('显微照片能够改善预测，也能节省时间。')).toBeUndefined()
  })
})
