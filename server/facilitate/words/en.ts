// What the service says to facilitators by itself. English: the catalogue that the others follow.

export const en = {
  topicRule: 'Give a topic of at most 300 characters.',
  descriptionRule: 'Give at most 20,000 characters.',
  purposeRule:
    'This is longer than there is room for. Make it shorter: at most 300 characters for the question, 600 for who decides and for the contact, 1,000 for what can change and what happens next, 20,000 for the background, and 12 dates.',
  questionsRule:
    'There may be at most 8 questions with at most 20 answers each, and a question or an answer may have at most 200 characters.',
  unknownSetting: 'There is no such setting.',
} as const
