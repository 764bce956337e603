import { expect, test } from 'vitest'
import * as client from '../../../../client/map/markers.ts'
import { classOf, shapeOf } from '../../../../server/report/plots/drawing.ts'

test('a group has the same mark and class in the report as on the live map', () => {
  for (let group = 0; group < 13; group++) {
    expect([shapeOf(group), classOf(group)]).toEqual([client.shapeOf(group), client.classOf(group)])
  }
})
