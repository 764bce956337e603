// English words of the page to join; the Welsh ones have the same keys.
export const en = {
  heading: 'Join the conversation',
  introduction: 'Type the six letters that you see on the screen in the hall.',
  label: 'Six letters',
  hint: 'Capital or small letters, both are right.',
  join: 'Join',
  toAll: 'No letters? See all conversations',
} as const
