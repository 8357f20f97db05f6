import { expect, test } from 'vitest'
import { lookUp, policiesOf } from '#geo'
import { demoFacts } from '../../helpers/demo-facts'
import { moment } from '../../helpers/facts'

const facts = await demoFacts()
const question = { asOf: moment('2022-05-25T12:00').at, policyOf: policiesOf(facts) }
const one = (text: string) => lookUp(facts, question, [text])[0]!

test.each(['锦绣苑二', '锦绣苑二2号楼', '锦绣苑一12号楼', '锦绣苑北环路12号', '锦绣苑文昌路1342弄'])(
  'J3 J12 in the demo a figure or a road behind a compound is no certain answer: %s',
  (text) => {
    const answer = one(text)
    expect(answer).toMatchObject({ state: 'unmatched', place: null, zone: null })
    expect(answer.candidates[0]).toMatchObject({ name: '锦绣苑' })
  },
)

test.each(['锦绣苑', '锦绣苑二号楼', '锦绣苑2号楼', '北环路12号锦绣苑'])(
  'J12 in the demo %s is certain',
  (text) => expect(one(text)).toMatchObject({ state: 'matched' }),
)
