// What the sample consultation is for, as the council of a town that does not exist would say it, and the questions that it
// asks about people.
import type { EntryQuestions } from '../protocol/entry-questions.ts'
import type { Purposes } from '../protocol/purpose.ts'

export const samplePurpose: Purposes = {
  en: {
    question: 'How should Wexcombe spend £2.4 million on its town centre over the next three years?',
    influence: 'consult',
    decides: 'The nine councillors of the Town Centre Committee, in public.',
    canChange:
      'What the money is spent on, and in which order. The sum itself and the main road around the centre are settled.',
    dates: [
      { day: '2026-03-02', what: 'Voting opens' },
      { day: '2026-03-23', what: 'Voting closes' },
      { day: '2026-04-14', what: 'The committee meets and decides' },
    ],
    next: 'The council publishes this map with a report, and answers in writing every statement that all groups agree on.',
    contact: 'Town Clerk, Wexcombe Council: [townclerk@wexcombe.example](mailto:townclerk@wexcombe.example)',
    background:
      'Eleven of the 84 shops on the High Street stand empty; five years ago it was four. Bellamy’s, the department ' +
      'store, closed in January.\n\n' +
      'The money comes from the sale of the old cattle market:\n\n' +
      '- £1.4 million may be spent on streets and buildings,\n' +
      '- £1 million on anything else that brings people into the centre.',
  },
  cy: {
    question: 'Sut y dylai Wexcombe wario £2.4 miliwn ar ganol y dref dros y tair blynedd nesaf?',
    influence: 'consult',
    decides: 'Naw cynghorydd Pwyllgor Canol y Dref, yn gyhoeddus.',
    canChange:
      'Ar beth y caiff yr arian ei wario, ac ym mha drefn. Mae’r swm ei hun a’r ffordd fawr o gwmpas y canol wedi’u pennu.',
    dates: [
      { day: '2026-03-02', what: 'Y pleidleisio’n agor' },
      { day: '2026-03-23', what: 'Y pleidleisio’n cau' },
      { day: '2026-04-14', what: 'Y pwyllgor yn cyfarfod ac yn penderfynu' },
    ],
    next: 'Bydd y cyngor yn cyhoeddi’r map hwn gydag adroddiad, ac yn ateb yn ysgrifenedig bob datganiad y mae pob grŵp yn cytuno arno.',
    contact: 'Clerc y Dref, Cyngor Wexcombe: [townclerk@wexcombe.example](mailto:townclerk@wexcombe.example)',
    background:
      'Mae un ar ddeg o’r 84 siop ar y Stryd Fawr yn wag; bum mlynedd yn ôl roedd pedair. Caeodd Bellamy’s, y siop ' +
      'adrannol, ym mis Ionawr.\n\n' +
      'Daw’r arian o werthu’r hen farchnad wartheg:\n\n' +
      '- gellir gwario £1.4 miliwn ar strydoedd ac adeiladau,\n' +
      '- £1 miliwn ar unrhyw beth arall sy’n dod â phobl i’r canol.',
  },
}

export const sampleQuestions: EntryQuestions = {
  when: 'after',
  questions: [
    {
      id: 'age',
      words: { en: 'How old are you?', cy: 'Beth yw eich oedran?' },
      options: [
        { id: 'under-25', words: { en: 'Under 25', cy: 'Dan 25' } },
        { id: '25-44', words: { en: '25 to 44', cy: '25 i 44' } },
        { id: '45-64', words: { en: '45 to 64', cy: '45 i 64' } },
        { id: '65-plus', words: { en: '65 or older', cy: '65 neu hŷn' } },
      ],
    },
    {
      id: 'home',
      words: { en: 'Where do you live?', cy: 'Ble rydych chi’n byw?' },
      options: [
        { id: 'centre', words: { en: 'In the town centre', cy: 'Yng nghanol y dref' } },
        { id: 'town', words: { en: 'Elsewhere in Wexcombe', cy: 'Rhywle arall yn Wexcombe' } },
        { id: 'outside', words: { en: 'Outside the town', cy: 'Y tu allan i’r dref' } },
      ],
    },
  ],
}
