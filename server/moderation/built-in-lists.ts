// The lists that hold where nobody has made others: reasons that people can understand and act on, and a few words that
// are likely to hurt, in English and Welsh. Both can be edited for the organisation and for each conversation.
import type { ModerationLists } from '../protocol/moderation.ts'

export const builtInLists: ModerationLists = {
  reasons: [
    {
      en: 'It is about something else than this conversation.',
      cy: 'Mae’n sôn am rywbeth arall na’r sgwrs hon.',
    },
    {
      en: 'It says the same as a statement that is here already.',
      cy: 'Mae’n dweud yr un peth â datganiad sydd yma eisoes.',
    },
    {
      en: 'It holds several ideas. Write one statement for each, so that people can agree with one and not with the other.',
      cy: 'Mae’n cynnwys sawl syniad. Ysgrifennwch un datganiad ar gyfer pob un, fel y gall pobl gytuno ag un ac nid â’r llall.',
    },
    {
      en: 'It cannot be answered with agree or disagree. Write it as a statement rather than a question.',
      cy: 'Ni ellir ei ateb drwy gytuno neu anghytuno. Ysgrifennwch ef fel datganiad yn hytrach na chwestiwn.',
    },
    {
      en: 'It names a person, or tells something by which a person could be known.',
      cy: 'Mae’n enwi rhywun, neu’n dweud rhywbeth a allai ddangos pwy yw rhywun.',
    },
    {
      en: 'It attacks people instead of saying what should be done.',
      cy: 'Mae’n ymosod ar bobl yn lle dweud beth ddylid ei wneud.',
    },
    {
      en: 'It says something as a fact that is not true.',
      cy: 'Mae’n honni rhywbeth fel ffaith nad yw’n wir.',
    },
    { en: 'It advertises something.', cy: 'Mae’n hysbysebu rhywbeth.' },
    { en: 'It cannot be understood.', cy: 'Nid oes modd ei ddeall.' },
  ],
  words: (
    'fuck* shit* cunt* wank* bollock* bastard* twat* arsehole* prick slag slut* whore* nonce* paedo* scum retard* spastic* ' +
    'tranny poof faggot* dyke paki* nigger* chink gyppo* pikey* ' +
    'cachu coc uffern* bastad* diawl* twll* hwran* slwt* ffwc* ffyc* pidlan cont'
  ).split(' '),
}
