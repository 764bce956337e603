// What the service says to facilitators by itself. English: the catalogue that the others follow.

export const en = {
  topicRule: 'Give a topic of at most 300 characters.',
  descriptionRule: 'Give at most 20,000 characters.',
  purposeRule:
    'Fill in the question, who decides, what can change and what happens next, in each language that you have begun; each day needs a date and a few words.',
  unknownSetting: 'There is no such setting.',
} as const
